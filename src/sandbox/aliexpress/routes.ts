import { authMethods, authorizationPages } from './endpoints/auth.js';
import { decisionMethods } from './endpoints/decisions.js';
import { evaluationMethods } from './endpoints/evaluations.js';
import { imageMethods } from './endpoints/images.js';
import { issueMethods } from './endpoints/issues.js';
import { orderMethods } from './endpoints/orders.js';
import { reverseOrderMethods } from './endpoints/reverse-orders.js';
import { sellerMethods } from './endpoints/sellers.js';
import type { BrowserPage, BusinessMethod, SystemMethod } from './world.js';

const businessMethods = new Map(
  [
    ...issueMethods,
    ...decisionMethods,
    ...imageMethods,
    ...orderMethods,
    ...sellerMethods,
    ...evaluationMethods,
    ...reverseOrderMethods,
  ].map((method) => [method.name, method]),
);

const systemMethods = new Map(authMethods.map((method) => [method.path, method]));
const pages = new Map(authorizationPages.map((page) => [page.path, page]));

export const businessMethodOf = (name: string): BusinessMethod | undefined => businessMethods.get(name);
export const systemMethodOf = (path: string): SystemMethod | undefined => systemMethods.get(path);
export const pageOf = (path: string): BrowserPage | undefined => pages.get(path);
