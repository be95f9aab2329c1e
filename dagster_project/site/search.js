// Finds bodies and documents by all the words that are asked for; the index is scripts, so that disks can hold it, and
// one part after another is loaded until there is enough to show.
"use strict";
(() => {
  const MOST = 200;
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const asked = new URLSearchParams(location.search).get("q") || "";
  const words = folded(asked).split(/\s+/).filter(Boolean);
  const told = document.getElementById("told");
  const list = document.getElementById("found");
  const parts = JSON.parse(told.dataset.index);
  document.getElementById("q").value = asked;
  if (!words.length) {
    told.textContent = told.dataset.empty;
    return;
  }
  const fits = (entry) => {
    const text = folded(entry.slice(1).join(" "));
    return words.every((word) => text.includes(word));
  };
  const show = ([address, name, about]) => {
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = address;
    link.textContent = name;
    item.appendChild(document.createElement("p")).textContent = about;
  };
  const look = (at) => {
    const shown = list.childElementCount;
    if (at === parts.length || shown > MOST) {
      if (shown > MOST) list.lastChild.remove();
      const said = shown > MOST ? told.dataset.more : shown ? told.dataset.found : told.dataset.none;
      told.textContent = said.replaceAll("{0}", Math.min(shown, MOST));
      return;
    }
    const script = document.createElement("script");
    script.src = parts[at];
    script.onload = () => {
      window.yusuanIndex.filter(fits).slice(0, MOST + 1 - shown).forEach(show);
      look(at + 1);
    };
    document.head.append(script);
  };
  look(0);
})();
