/**
 * A webhook that believes only what is signed.
 *
 * A push carries no state on purpose: pushes come twice, late and out of order. It says "look again", and the case is read again.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { PushRejectedError } from 'aftersale';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { createSandbox } from 'aftersale/sandbox';

const sandbox = await createSandbox({ seed: 7, faults: [{ kind: 'duplicate-push', times: 20 }] });
const { baseUrl, account } = sandbox.marketplaces.shopee;
const { partnerId, partnerKey, shopId, tokens, pushKey } = account;

const seen = new Set<string>();
const changed = new Set<string>();
const counts = { taken: 0, duplicate: 0, 'for another shop': 0, refused: 0 };

const server = createServer((request, response) => {
  void (async () => {
    // The raw bytes: JSON that was parsed and written again has another signature.
    const body = await buffer(request);
    try {
      for (const { caseId, deduplicationKey } of shopee.push.verify({ headers: request.headers, body })) {
        if (seen.has(deduplicationKey)) counts.duplicate += 1;
        else counts.taken += 1;
        seen.add(deduplicationKey);
        if (caseId !== undefined) changed.add(caseId);
      }
      // Shopee waits three seconds: answer first, read the cases afterwards.
      response.writeHead(204).end();
    } catch (error) {
      if (!PushRejectedError.isInstance(error)) throw error;
      // One callback serves every shop of an application. This one is genuine; its own adapter would read it.
      const isForAnotherShop = error.rejection === 'other-seller';
      counts[isForAnotherShop ? 'for another shop' : 'refused'] += 1;
      response.writeHead(isForAnotherShop ? 204 : 401).end();
    }
  })();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const pushUrl = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}/shopee`;

// `pushUrl` is part of what is signed, so it must be the address exactly as Shopee has it.
const shopee = createShopeeAdapter({ partnerId, partnerKey, shopId, tokens, pushKey, pushUrl, baseUrl, clock: sandbox.clock });

sandbox.marketplaces.shopee.sendPushesTo(pushUrl);
await sandbox.advance(2 * 86_400_000);
await fetch(pushUrl, { method: 'POST', headers: { authorization: 'forged' }, body: '{"code":29}' });

console.log(counts);
console.log(`${String(changed.size)} cases to read again, the first is ${[...changed][0] ?? 'none'}`);

server.close();
server.closeAllConnections();
await sandbox.close();
