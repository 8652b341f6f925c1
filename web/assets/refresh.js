// Tells the reader that the data has changed since the page was made. Moves nothing and sends nothing by itself.
(() => {
  const notice = document.getElementById('co-thay-doi');
  if (!notice || !window.EventSource) return;
  const source = new EventSource(`/su-kien?tu=${document.currentScript?.dataset.tu ?? ''}`);
  source.addEventListener('thay-doi', () => {
    notice.hidden = false;
  });
  addEventListener('pagehide', () => source.close());
})();
