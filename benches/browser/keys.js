// From each key's own time stamp to the first task behind the frame that shows what it typed (`frame`), and behind the frame
// that follows the first change of the page (`page`). `arguments[0]` is the script that finds the page's element.
const times = window.keyTimes = { frame: [], page: [] };
const painted = act => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = act;
  channel.port2.postMessage(0);
});
let waiting = [];
let begun = 0;
// A driver sends the key and its letter apart: a frame asked for at the key would come between the two.
document.addEventListener('keydown', event => { begun = event.timeStamp; }, true);
document.addEventListener('input', () => {
  const key = begun;
  waiting.push(key);
  painted(() => times.frame.push(performance.now() - key));
}, true);
const page = new Function(arguments[0])();
if (page) {
  new MutationObserver(() => {
    const answered = waiting;
    waiting = [];
    if (answered.length) painted(() => answered.forEach(key => times.page.push(performance.now() - key)));
  }).observe(page, { subtree: true, childList: true, characterData: true });
}
