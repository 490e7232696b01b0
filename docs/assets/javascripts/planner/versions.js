/* Versions of databases and libraries, which people type themselves: what product_key of atlas/words/versions.py does. */
(/** @param {any} planner */ planner => {
  "use strict";

  /** The numbers in a version: 12.4 is [12, 4], Oracle's 19c is [19]. */
  function productKey(version) {
    return (version.match(/\d+/g) || []).map(Number);
  }

  /** Less than, equal to or greater than 0, as Python compares tuples: of two that begin alike the shorter is less. */
  function order(one, other) {
    const place = one.findIndex((number, at) => at >= other.length || number !== other[at]);
    if (place < 0) return one.length - other.length;
    return place < other.length ? one[place] - other[place] : 1;
  }

  planner.versions = {
    /** Whether a version is the least one or a newer one. */
    reaches: (version, least) => order(productKey(version), productKey(least)) >= 0
  };
})(window.atlasPlanner = window.atlasPlanner || {});
