const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const LATIN = /[\u0020-\u024f\u2010-\u2027]/;
const BROAD = /[MWmw@%—…]/;
const SLIM = /[ijl.,:;'|!]/;
const NARROW = /[ frtI()[\]{}-]/;
const ROUND = /[bdghnopqu0-9]/;
const CAPITAL = /[A-Z&<>=+~#$?]/;
const PICTURE = /[\u2190-\u2bff\u{1f000}-\u{1faff}]/u;
const WITHOUT_WIDTH = /\p{Mn}|\p{Cf}/u;

/** About how wide a text is in pixels at a font size, rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += emWidth(letter);
  return sum * size;
}

function emWidth(letter: string): number {
  if (WIDE.test(letter)) return 1;
  if (LATIN.test(letter)) {
    if (BROAD.test(letter)) return 0.96;
    if (SLIM.test(letter)) return 0.3;
    if (NARROW.test(letter)) return 0.4;
    if (ROUND.test(letter)) return 0.62;
    return CAPITAL.test(letter) ? 0.66 : 0.56;
  }
  if (PICTURE.test(letter)) return 1.4;
  return WITHOUT_WIDTH.test(letter) ? 0 : 0.8;
}
