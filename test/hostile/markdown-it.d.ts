/** As much of markdown-it as the checks use; the library has no types of its own. */
declare module 'markdown-it' {
  export interface Token {
    readonly type: string;
    readonly content: string;
    readonly info: string;
    readonly children: Token[] | null;
    attrGet(name: string): string | null;
  }
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean; readonly linkify: boolean });
    validateLink: (address: string) => boolean;
    parse(text: string, environment: object): Token[];
  }
}
