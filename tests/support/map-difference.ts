/** What the data map lacks, and what it has too much. Both are empty if it is right. */
export function mapDifference(
  mapped: readonly string[],
  inProduct: readonly string[],
): { readonly notInMap: string[]; readonly notInProduct: string[] } {
  const [map, product] = [new Set(mapped), new Set(inProduct)];
  return {
    notInMap: [...product].filter((path) => !map.has(path)),
    notInProduct: [...map].filter((path) => !product.has(path)),
  };
}

export const noDifference = { notInMap: [], notInProduct: [] };
