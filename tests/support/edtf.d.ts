/** What the tests ask of the library, which brings no types. */
declare module "edtf" {
  /** Reads an EDTF text; `min` and `max` are its first and last instant, in milliseconds. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
