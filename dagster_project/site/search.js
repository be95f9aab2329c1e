// Finds bodies and documents by all the words that are asked for; the index is a script, so that disks can hold it.
"use strict";
(() => {
  const MOST = 200;
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const asked = new URLSearchParams(location.search).get("q") || "";
  const words = folded(asked).split(/\s+/).filter(Boolean);
  const told = document.getElementById("told");
  document.getElementById("q").value = asked;
  if (!words.length) {
    told.textContent = told.dataset.empty;
    return;
  }
  const found = window.yusuanIndex.filter((entry) => {
    const text = folded(entry.slice(1).join(" "));
    return words.every((word) => text.includes(word));
  });
  told.textContent = found.length ? told.dataset.found.replace("{0}", found.length) : told.dataset.none;
  const list = document.getElementById("found");
  for (const [address, name, about] of found.slice(0, MOST)) {
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = address;
    link.textContent = name;
    item.appendChild(document.createElement("p")).textContent = about;
  }
})();
