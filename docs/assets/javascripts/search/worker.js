"use strict";

// The worker behind Material's search box. It is read with every page, so it is small; what searches and what is
// searched come with the first query, in one file that the build writes (search/index.js). It also runs inside
// the iframe that stands in for a worker on file:// pages.

/** Material's four message types. */
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

/** The address of the index from the site's root, and what to say where it cannot be read: told with the first message. */
let file;
let unread;
/** A promise of the index, while it is read and afterwards. */
let loading;
/** The query that came last. */
let newest;

/** The address of this script: an iframe's own address is not that of the script it runs. */
function ownAddress() {
  return typeof document === "undefined" ? location.href : document.querySelector("script[src]").src;
}

/** Read the index. In a worker `importScripts` returns when all is read, in the iframe it promises. */
async function load() {
  await importScripts(new URL(`../../${file}`, ownAddress()).href);
  return atlasSearch.makeIndex();
}

/** The index, made once; after a failure the next query tries again. */
function index() {
  loading = loading ?? load().catch(error => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The answer where the index cannot be read. */
function failure() {
  return { items: [[{ location: "./", ...unread, score: 0, terms: {} }]] };
}

/** Let queries that wait in line be received, so that only the newest is answered. */
function moment() {
  return new Promise(resolve => setTimeout(resolve));
}

/** The answer to a query; null where a newer one has come in the meantime. */
async function answer(query) {
  newest = query;
  if (!query.trim()) return { items: [] };
  try {
    const ready = await index();
    await moment();
    return query === newest ? atlasSearch.search(ready, query) : null;
  } catch (error) {
    console.error(error);
    return failure();
  }
}

/** Answer one of Material's messages. */
async function receive({ type, data }) {
  if (type === SETUP) {
    file = data.config.index;
    unread = data.config.unread;
    postMessage({ type: READY });
  } else if (type === QUERY) {
    const found = await answer(data);
    if (found) postMessage({ type: RESULT, data: found });
  }
}

addEventListener("message", event => receive(event.data));
