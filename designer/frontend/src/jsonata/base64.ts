import { base64 } from "@scure/base";

/** JSONata encodes and decodes by a browser's functions, which QuickJS does not have: one byte is one letter. */
const window = {
  btoa: (text: string) => base64.encode(Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)),
  atob: (text: string) => Array.from(base64.decode(text), (byte) => String.fromCharCode(byte)).join(""),
};

Object.assign(globalThis, { window });
