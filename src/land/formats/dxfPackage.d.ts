/** The package has no types; what it gives is parsed at the door. */
declare module "dxf" {
  export function parseString(text: string): unknown;
}
