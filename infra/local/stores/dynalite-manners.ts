/** What dynalite 4.0.0 leaves to those who embed it. */
import db from 'dynalite/db/index.js';

const { itemSize } = db;

/**
 * Makes dynalite measure items by the bytes of their UTF-8, as DynamoDB does for its limit of 400 KB: by itself it
 * counts characters, and takes an Arabic text of twice that.
 */
export function measureInBytes(): void {
  // Latin-1 has one character for each byte, and JSON's own signs are the same in both.
  db.itemSize = (item) => itemSize(JSON.parse(Buffer.from(JSON.stringify(item), 'utf8').toString('latin1')));
}
