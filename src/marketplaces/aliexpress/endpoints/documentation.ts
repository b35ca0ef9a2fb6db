const portal = 'https://open.aliexpress.com/doc';

/** The page of AliExpress' API reference that an endpoint was written from. */
export const documentationOf = (method: string): string => `${portal}/api.htm#/api?path=${method}&methodType=GET/POST`;

/** "Authorization" of the developer's guide: the link, the code and the tokens. */
export const authorizationGuide = `${portal}/doc.htm#/?docId=1364`;

/** The five after-sales calls and no more: category "AE-Refund&return" of the reference. */
export const afterSalesCategory = `${portal}/api.htm#/api?cid=20898&path=aliexpress.issue.solution.save&methodType=GET/POST`;
