import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Secrets } from '../base/secrets.ts';
import type { AttemptsPort } from '../storage/ports/attempts.ts';
import { listReceiptKeys, receiptKeySet } from '../records/sign-receipt.ts';

export const receiptFile = z.strictObject({
  receipts: z.array(z.string()),
  keys: receiptKeySet.shape.keys,
});

export interface ReceiptFileDeps {
  readonly storage: { readonly attempts: Pick<AttemptsPort, 'findReceipt'> };
  readonly secrets: Pick<Secrets, 'keysFor'>;
}

/** Only attempts that have ended have a receipt. */
export async function writeReceipts(
  { storage, secrets }: ReceiptFileDeps,
  file: string,
  organisationId: string,
  attemptIds: readonly string[],
): Promise<number> {
  const receipts: string[] = [];
  for (const attemptId of attemptIds) {
    const receipt = await storage.attempts.findReceipt(organisationId, attemptId);
    if (receipt !== undefined) receipts.push(receipt);
  }
  const content: z.infer<typeof receiptFile> = { receipts, keys: listReceiptKeys(secrets) };
  await writeFile(`${file}.receipts.json`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  return receipts.length;
}
