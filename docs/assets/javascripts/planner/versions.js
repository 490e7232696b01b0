/* Order of version numbers: what atlas/words/versions.py does, for the planner. */
(function (planner) {
  "use strict";

  function numbers(parts) {
    return parts.map(Number);
  }

  /** "4.1.13" as [4, 1, 13], so that 4.10 comes after 4.9 and 2028 after 6.2. */
  function sortKey(version) {
    return numbers(version.split("."));
  }

  /** Order of other products' versions by the numbers in them: Oracle's 19c comes before 23ai. */
  function productKey(version) {
    return numbers(version.match(/\d+/g) || []);
  }

  /** Less than, equal to or greater than 0, as Python compares tuples: of two that begin alike the shorter is less. */
  function order(one, other) {
    for (var place = 0; place < Math.min(one.length, other.length); place += 1) {
      if (one[place] !== other[place]) return one[place] - other[place];
    }
    return one.length - other.length;
  }

  /** 4.1.13 belongs to 4.1, 2028.1 to 2028. */
  function featureRelease(version) {
    var parts = version.split(".");
    return parts[0].length === 4 ? parts[0] : parts.slice(0, 2).join(".");
  }

  planner.versions = {
    order: function (one, other) { return order(sortKey(one), sortKey(other)); },
    orderProducts: function (one, other) { return order(productKey(one), productKey(other)); },
    featureRelease: featureRelease
  };
})(window.atlasPlanner = window.atlasPlanner || {});
