import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Expression } from "jsonata";
import type { Random } from "./random";
import { javaRandom } from "./random";

const HASHES = { MD5: md5, "SHA-1": sha1, "SHA-256": sha256, "SHA-384": sha384, "SHA-512": sha512 };

/** Give an expression the functions that the service adds to JSONata, and take away those that it does not have. */
export function addFunctions(expression: Expression, random: Random): void {
  expression.registerFunction("partition", partition, "<a-n:a>");
  expression.registerFunction("range", range, "<nnn:x>");
  expression.registerFunction("hash", hash, "<ss?:s>");
  expression.registerFunction(
    "random",
    (seed?: number) => (seed === undefined ? random() : javaRandom(seed)),
    "<n?:n>",
  );
  expression.registerFunction("uuid", () => uuid(random), "<:s>");
  expression.registerFunction(
    "parse",
    (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
    "<s-:j>",
  );
  expression.assign("eval", undefined);
}

function partition(items: unknown[], size: number): unknown[][] {
  const length = Math.floor(size);
  if (!(length > 0)) throw { code: "D3000", message: "The size of a partition must be positive" };
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}

/** A range of one number is that number, as with every sequence of JSONata. */
function range(first: number, last: number, step: number): number[] | number | undefined {
  if (step === 0) throw { code: "D3000", message: "The step of a range must not be 0" };
  const count = Math.floor((last - first) / step) + 1;
  if (count <= 1) return count === 1 ? first : undefined;
  return Array.from({ length: count }, (_, index) => first + index * step);
}

function hash(text: string, algorithm = "SHA-256"): string {
  const digest = HASHES[algorithm as keyof typeof HASHES];
  if (!digest) throw { code: "D3000", message: `Unknown algorithm: ${algorithm}` };
  return bytesToHex(digest(utf8(text)));
}

/** The bytes of a text; QuickJS has no TextEncoder. */
function utf8(text: string): Uint8Array {
  const bytes = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
}

function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + Math.floor(random() * 4);
  const text = digits.map((digit) => digit.toString(16)).join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    "-",
  );
}
