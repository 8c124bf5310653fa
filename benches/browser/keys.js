// From each key's own time stamp to the first task behind the frame that follows it (`frame`), and behind the frame that
// follows the first change of the page (`page`). `arguments[0]` is the script that finds the page's element.
const times = window.keyTimes = { frame: [], page: [] };
const painted = act => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = act;
  channel.port2.postMessage(0);
});
let waiting = [];
document.addEventListener('keydown', event => {
  const begun = event.timeStamp;
  waiting.push(begun);
  painted(() => times.frame.push(performance.now() - begun));
}, true);
const page = new Function(arguments[0])();
if (page) {
  new MutationObserver(() => {
    const answered = waiting;
    waiting = [];
    if (answered.length) painted(() => answered.forEach(begun => times.page.push(performance.now() - begun)));
  }).observe(page, { subtree: true, childList: true, characterData: true });
}
