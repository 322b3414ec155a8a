/** Which bytes of a file a request asks for (RFC 9110, section 14): one range, as viewers of PDFs ask. Pure. */

/** First and last byte, inclusive. */
export type ByteRange = { readonly first: number; readonly last: number };

/** The range; null for the whole file (none is asked, or what nobody need follow); `none` where it lies outside. */
export function rangeOf(header: string | undefined, size: number): ByteRange | null | "none" {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = asked ?? [];
  if (from === "" && to === "") return null;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "none" : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return null;
  if (first >= size) return "none";
  return { first, last: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}
