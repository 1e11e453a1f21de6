declare module "virtual:words" {
  const words: Record<"ja" | "en", Record<string, string>>;
  export default words;
}

declare module "virtual:service-icons" {
  const icons: Record<string, string>;
  export default icons;
}

declare module "virtual:editor-words" {
  const words: Record<"ja" | "en", Record<string, string>>;
  export default words;
}

declare module "virtual:sheet-words" {
  const words: Record<"ja" | "en", Record<string, string>>;
  export default words;
}

declare module "virtual:patterns" {
  const patterns: Record<"ja" | "en", { key: string; title: string; text: string }[]>;
  export default patterns;
}
