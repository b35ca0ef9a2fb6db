/** The only host that serves sellers since the older gateways at taobao.com went offline for AliExpress (2023-09). */
export const aliExpressHost = 'https://api-sg.aliexpress.com';

/** Any other host makes the ids' environment `sandbox`. */
export const productionHosts: readonly string[] = [new URL(aliExpressHost).host];
