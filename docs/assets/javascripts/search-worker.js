"use strict";

// The worker behind Material's search box. It is read with every page, so it is small; the engine and the entries
// come with the first query. It also runs inside the iframe that stands in for a worker on file:// pages.

/** Material's four message types. */
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const PARTS = ["search-words.js", "search-index.js", "search-rank.js", "search-show.js"];

let entries;
let loading;
let newest;

/** The address of this script: an iframe's own address is not that of the script it runs. */
function ownAddress() {
  return typeof document === "undefined" ? location.href : document.querySelector("script[src]").src;
}

/** Read the engine and the entries. In a worker `importScripts` returns when all is read, in the iframe it promises. */
async function load() {
  const here = ownAddress();
  const addresses = PARTS.map(part => new URL(part, here).href);
  await importScripts(...addresses, new URL(`../../${entries}`, here).href);
  return buildIndex(self.atlasEntries);
}

/** The index, made once; after a failure the next query tries again. */
function index() {
  loading ??= load().catch(error => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function failure() {
  const title = "The search index could not be read";
  const text = "Check the connection and type again.";
  return { items: [[{ location: "./", title, text, score: 0, terms: {} }]] };
}

/** The answer to a query; null where a newer one has come in the meantime. */
async function answer(query) {
  newest = query;
  if (!query.trim()) return { items: [] };
  try {
    const ready = await index();
    return query === newest ? search(ready, query) : null;
  } catch (error) {
    console.error(error);
    return failure();
  }
}

async function receive({ type, data }) {
  if (type === SETUP) {
    entries = data.config.entries;
    postMessage({ type: READY });
  } else if (type === QUERY) {
    const found = await answer(data);
    if (found) postMessage({ type: RESULT, data: found });
  }
}

addEventListener("message", event => receive(event.data));
