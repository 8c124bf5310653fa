// Runs before the page's own scripts: notes when the first element of SELECTOR is to be seen and has been painted.
if (window === top && location.protocol.startsWith('http')) {
  const loaded = window.loaded = { usable: null, shifts: [] };
  new PerformanceObserver(list => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) loaded.shifts.push([shift.startTime, shift.value]);
  }).observe({ type: 'layout-shift', buffered: true });
  const there = () => [...document.querySelectorAll(SELECTOR)].some(e => e.getClientRects().length > 0 && !e.disabled);
  // The first task behind the frame that shows it.
  const painted = act => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    channel.port2.postMessage(0);
  });
  const watch = new MutationObserver(() => {
    if (!there()) return;
    watch.disconnect();
    painted(() => { loaded.usable = performance.now(); });
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
}
