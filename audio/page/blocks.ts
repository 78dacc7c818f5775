/**
 * Puts generated text into a page between `<!-- name -->` and `<!-- /name -->`, in place of what stood there; all else is written
 * by hand and stays. Throws where a page has no such place.
 */
export function withBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((text, [name, content]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(open), text.indexOf(close)];
    if (from < 0 || to < from) throw new Error(`The page has no place between ${open} and ${close}`);
    return `${text.slice(0, from + open.length)}\n\n${content}\n\n${text.slice(to)}`;
  }, page);
}
