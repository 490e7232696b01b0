/* Put into pages by the preview alone: loads the page again when it has changed, and says what is wrong with it. */
"use strict";

(() => {
  const script = document.currentScript;
  const source = script.dataset.source;
  const KEPT = "preview.scroll";
  let version = Number(script.dataset.version);
  let events = null;

  /** Put the reader where they were before the page was loaded again. */
  const returnToPlace = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    sessionStorage.removeItem(KEPT);
    if (kept && kept.page === location.pathname) window.scrollTo(0, kept.y);
  };

  /** Load the page again, and remember where the reader is. */
  const loadAgain = () => {
    sessionStorage.setItem(KEPT, JSON.stringify({ page: location.pathname, y: window.scrollY }));
    location.reload();
  };

  /**
   * Load style sheets again, without the page.
   * @param {string[]} paths - such as `assets/stylesheets/text.css`
   */
  const restyle = (paths) => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(link.href);
      if (!paths.includes(address.pathname.slice(1))) continue;
      const fresh = link.cloneNode();
      address.searchParams.set("preview", String(version));
      fresh.href = address.href;
      fresh.addEventListener("load", () => link.remove());
      link.after(fresh);
    }
  };

  /**
   * Say what is wrong with the page, below it.
   * @param {{here: string[], elsewhere: number}} problems
   */
  const say = (problems) => {
    const old = document.getElementById("preview-problems");
    if (old) old.remove();
    if (!problems.here.length && !problems.elsewhere) return;
    const bar = document.createElement("div");
    bar.id = "preview-problems";
    bar.setAttribute("role", "status");
    bar.style.cssText =
      "position:fixed;inset:auto 0 0 0;z-index:99;max-height:40vh;overflow:auto;padding:.6rem 1rem;" +
      "background:#7a1f1f;color:#fff;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap";
    const others = `${problems.elsewhere} on other pages: make check`;
    bar.textContent = [...problems.here, ...(problems.elsewhere ? [others] : [])].join("\n");
    document.body.append(bar);
  };

  const listen = () => {
    const page = new URLSearchParams({ version: String(version), source });
    events = new EventSource(`/__preview/events?${page}`);
    events.addEventListener("page", loadAgain);
    events.addEventListener("styles", (event) => {
      const told = JSON.parse(event.data);
      version = told.version;
      restyle(told.paths);
    });
    events.addEventListener("problems", (event) => say(JSON.parse(event.data)));
  };

  // Browsers hold six connections to a server: a tab in the background takes none.
  const followVisibility = () => {
    if (events) events.close();
    if (document.visibilityState === "visible") listen();
  };

  returnToPlace();
  window.addEventListener("load", returnToPlace);
  document.addEventListener("visibilitychange", followVisibility);
  window.addEventListener("pagehide", () => events && events.close());
  window.addEventListener("pageshow", (event) => event.persisted && followVisibility());
  followVisibility();
})();
