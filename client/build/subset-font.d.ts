declare module 'subset-font' {
  interface Options {
    readonly keepAllGlyphs: true;
    readonly variationAxes: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
    readonly preserveNameIds: readonly number[];
    readonly targetFormat: 'woff2';
  }

  export default function subsetFont(font: Buffer, text: '', options: Options): Promise<Buffer>;
}
