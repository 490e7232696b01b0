"use strict";

// The worker behind Material's search box. It is read with every page, so it is small. What searches, and the first
// part of what is searched, come with the first query (search/index.js); the rest comes behind it (search/rest.js).
// It also runs inside the iframe that stands in for a worker on file:// pages.

/** Material's four message types. */
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

/** What the first message tells: the addresses of both files from the site's root, what to say where they are unread. */
let told;
/** Promises of both parts, while they are read and afterwards. */
const loading = { index: undefined, rest: undefined };
/** The query that came last, and the answer that was given last, as text. */
let newest, given;

/** Whether this is the iframe: its own address is not that of the script it runs, and it may fetch nothing. */
const IS_FRAME = typeof document !== "undefined";

/** The whole address of a file. */
function addressOf(file) {
  const own = IS_FRAME ? document.querySelector("script[src]").src : location.href;
  return new URL(`../../${file}`, own).href;
}

/** What a part is, read once; after a failure the next query tries again. */
function once(part, load) {
  loading[part] = loading[part] ?? load().catch(error => {
    loading[part] = undefined;
    throw error;
  });
  return loading[part];
}

/** Read the first part. In a worker `importScripts` returns when all is read, in the iframe it promises. */
async function loadIndex() {
  await importScripts(addressOf(told.index));
  atlasSearch.open();
}

/**
 * Read the rest. The file is a script that calls `atlasSearch.add` with JSON. A worker could answer nothing while
 * `importScripts` reads it, so there it is fetched.
 */
async function loadRest() {
  const address = addressOf(told.rest);
  if (IS_FRAME) {
    await importScripts(address);
    return;
  }
  // eslint-disable-next-line no-restricted-globals -- on file:// pages there is the iframe
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const text = await response.text();
  atlasSearch.add(JSON.parse(text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))));
}

/** The answer where the index cannot be read. */
function failure() {
  return { items: [[{ location: "./", ...told.unread, score: 0, terms: {} }]] };
}

/** Let queries that wait in line be received, so that only the newest is answered. */
function moment() {
  return new Promise(resolve => setTimeout(resolve));
}

/** Send an answer to the newest query, unless it says what was said last. */
function send(found) {
  const text = JSON.stringify([newest, found.items]);
  if (text !== given) postMessage({ type: RESULT, data: found });
  given = text;
}

/** Send what is found for a query, if it still is the newest; gives whether the answer is sure. */
function sendFound(query, mustBeSure) {
  if (query !== newest) return true;
  const found = atlasSearch.search(query);
  if (found.sure || !mustBeSure) send(found);
  return found.sure;
}

/** Answer a query from the first part if that has all of its words, and once more when the rest is there. */
async function answer(query) {
  await once("index", loadIndex);
  await moment();
  const rest = once("rest", loadRest);
  if (sendFound(query, true)) rest.then(() => sendFound(query, false), console.error);
  else await rest.catch(console.error).then(() => sendFound(query, false));
}

/** Answer one of Material's messages. */
async function receive({ type, data }) {
  if (type === SETUP) {
    told = data.config;
    postMessage({ type: READY });
  } else if (type === QUERY) {
    newest = data;
    if (!data.trim()) {
      send({ items: [] });
      return;
    }
    await answer(data).catch(error => {
      console.error(error);
      send(failure());
    });
  }
}

addEventListener("message", event => receive(event.data));
