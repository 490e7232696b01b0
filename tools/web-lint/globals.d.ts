// Names that scripts find but do not define: what Python or another bundle puts on `self`, and what the theme gives.

/** Material's stream of pages: emits after each page that it shows, also with instant navigation. */
declare const document$: { subscribe(callback: () => void): void };

/** The vendored parser (docs/assets/vendor). */
declare const lezerPython: { parser: any };

/** Only in workers. */
declare function importScripts(...urls: string[]): void;

/** The names that bundles put on `self` for each other. */
interface Window {
  [name: `atlas${string}`]: any;
}
declare var atlasSearch: any;
declare var atlasScan: any;
declare var atlasPlanData: any;

// What a selector finds is for the page to know: its templates and its browser tests hold it.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Document {
  getElementById(elementId: string): any;
}
interface Element {
  closest(selectors: string): any;
}
interface HTMLFormControlsCollection {
  [name: string]: any;
}
