import { authEndpoints } from './endpoints/auth.js';
import { authorizationPages } from './endpoints/authorization-pages.js';
import { decisionEndpoints } from './endpoints/decisions.js';
import { disputeEndpoints } from './endpoints/disputes.js';
import { evidenceEndpoints } from './endpoints/evidence.js';
import { orderEndpoints } from './endpoints/orders.js';
import { pushEndpoints } from './endpoints/pushes.js';
import { returnDetailEndpoints } from './endpoints/return-details.js';
import { returnListEndpoints } from './endpoints/return-list.js';
import { shippingProofEndpoints } from './endpoints/shipping-proof.js';
import { shopEndpoints } from './endpoints/shops.js';
import type { Endpoint } from './world.js';

const endpoints: readonly Endpoint[] = [
  ...authEndpoints,
  ...authorizationPages,
  ...shopEndpoints,
  ...returnListEndpoints,
  ...returnDetailEndpoints,
  ...decisionEndpoints,
  ...disputeEndpoints,
  ...evidenceEndpoints,
  ...shippingProofEndpoints,
  ...orderEndpoints,
  ...pushEndpoints,
];

const routes = new Map(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]));

export const endpointOf = (method: string, path: string): Endpoint | undefined => routes.get(`${method} ${path}`);
