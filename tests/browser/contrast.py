"""What axe says of the colors of a page: of one text of each look, not of every text.

Contrast takes axe three quarters of its time, as it asks of each text what lies behind it. What it works out follows
from the colors of the text and of all that it stands in, from its size and weight: its look. A look of which axe
cannot judge the first text (it is cut off, or another element lies over it) is looked at in all of its texts.
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: axe's rules that ask for colors. It has a third one, for AAA, which it leaves out if nobody asks.
RULES = ("color-contrast", "link-in-text-block")
#: Gives each element that shows text of its own the number of its look, and marks the first one of each.
MARK = """() => {
  const around = new Map();
  const part = its => `${its.backgroundColor} ${its.backgroundImage} ${its.position}`;
  const pseudo = (one, name) => {
    const its = getComputedStyle(one, name);
    return its.content === "none" || its.content === "normal" ? "" : name + part(its);
  };
  const lookOf = one => {
    if (!one) return "";
    if (!around.has(one)) {
      const its = getComputedStyle(one);
      const own = [part(its), its.opacity, its.filter, its.mixBlendMode];
      const text = [...own, pseudo(one, "::before"), pseudo(one, "::after")].join(";");
      const plain = text === "rgba(0, 0, 0, 0) none static;1;none;normal;;";
      around.set(one, lookOf(one.parentElement) + (plain ? "" : `|${text}`));
    }
    return around.get(one);
  };
  const hasText = one => one.matches("input, select, textarea")
    || [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const looks = new Map();
  for (const one of document.body.querySelectorAll("*")) {
    ["data-look", "data-first"].forEach(name => one.removeAttribute(name));
    if (!hasText(one) || !one.checkVisibility({ visibilityProperty: true })) continue;
    const its = getComputedStyle(one), link = one.closest("a, [role=link]");
    // Another rule compares a link with the text that it stands in.
    const beside = link && [getComputedStyle(link.parentElement).color, getComputedStyle(link).textDecorationLine];
    const own = [its.color, its.fontSize, its.fontWeight, its.textShadow, its.webkitTextStroke];
    const look = JSON.stringify([lookOf(one), own, beside, one.matches(":disabled, [aria-disabled=true]")]);
    if (!looks.has(look)) {
      looks.set(look, looks.size);
      one.dataset.first = "";
    }
    one.dataset.look = looks.get(look);
  }
  return looks.size;
}"""
#: axe's complaints about elements that a selector finds, and the looks that it could judge.
RUN = """([selector, rules]) => axe.run(selector, {
  runOnly: {type: "rule", values: rules}, elementRef: true, resultTypes: ["violations", "passes"],
}).then(({violations, passes}) => ({
  complaints: violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html}: ${node.failureSummary}`)),
  judged: [...violations, ...passes].flatMap(({nodes}) => nodes.map(node => Number(node.element.dataset.look))),
}))"""


def complaints(page: Page) -> list[str]:
    """What is wrong with the colors of a page as it looks now, a text for each complaint."""
    page.evaluate(Axe().axe_script)
    looks = page.evaluate(MARK)
    first = page.evaluate(RUN, ["[data-first]", RULES])
    found: list[str] = first["complaints"]
    if unjudged := sorted(set(range(looks)) - set(first["judged"])):
        rest = ", ".join(f'[data-look="{look}"]' for look in unjudged)
        found += page.evaluate(RUN, [rest, RULES])["complaints"]
    return found
