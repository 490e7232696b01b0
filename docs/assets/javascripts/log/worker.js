"use strict";

// The worker that reads a log. It is started for one file, and reads the search's index by itself.

/** Read all parts of the index; their addresses stand in the file that every search begins with. */
async function loadSearch() {
  const root = new URL("../../", location.href);
  // eslint-disable-next-line no-restricted-globals -- a page on disk starts no worker
  const { config } = await (await fetch(new URL("search/search_index.json", root))).json();
  const [first, ...later] = config.parts.map(part => new URL(part, root).href);
  importScripts(first);
  atlasSearch.open();
  importScripts(...later);
}

addEventListener("message", async ({ data }) => {
  try {
    await loadSearch();
    await readFile(data, message => postMessage(message));
  } catch (error) {
    postMessage({ type: "failed", message: String(error) });
  }
});
