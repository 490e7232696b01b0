"use strict";

// The worker behind Material's search box. It is read with every page, so it is small; what searches and what is
// searched come with the first query, in one file that the build writes (search/index.js). It also runs inside
// the iframe that stands in for a worker on file:// pages.

/** Material's four message types. */
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

let file;
let loading;
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
  loading = loading || load().catch(error => {
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

async function receive({ type, data }) {
  if (type === SETUP) {
    file = data.config.index;
    postMessage({ type: READY });
  } else if (type === QUERY) {
    const found = await answer(data);
    if (found) postMessage({ type: RESULT, data: found });
  }
}

addEventListener("message", event => receive(event.data));
