"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  // Without marks, so that "ban hon" finds "Bản Hon".
  const plain = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const rows = [...document.querySelectorAll("tbody tr")].map(row => ({row, text: plain(row.textContent)}));
  const search = document.getElementById("search"), unit = document.getElementById("unit"), shown = document.getElementById("shown");
  const show = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map(box => box.value));
    let count = 0;
    for (const {row, text} of rows) {
      const fits = severities.has(row.className) && (!unit.value || row.dataset.unit === unit.value) && words.every(word => text.includes(word));
      row.hidden = !fits;
      count += fits;
    }
    shown.value = shown.dataset.text.replace("{n}", count).replace("{all}", rows.length);
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  show();
})();
