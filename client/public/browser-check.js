/* Runs before everything else, in browsers of any age: written in the JavaScript of 2009. */
(() => {
  function lacks() {
    if (!("noModule" in document.createElement("script"))) return true;
    if (typeof structuredClone !== "function" || !Array.prototype.at || !Object.hasOwn) return true;
    if (!window.CSS || !CSS.supports || !CSS.supports("inset", "0")) return true;
    var canvas = document.createElement("canvas");
    return !canvas.getContext || !canvas.getContext("webgl2");
  }
  function tell() {
    var page = document.createElement("div");
    page.id = "browser-too-old";
    page.style.cssText =
      "max-width:640px;margin:80px auto;padding:0 24px;font:16px/1.8 'Microsoft YaHei','Noto Sans SC',sans-serif;color:#18212f";
    page.innerHTML =
      "<h1 style='font-size:24px'>浏览器版本过低</h1>" +
      "<p>网格一张图需要支持 WebGL 2 的浏览器：</p>" +
      "<ul><li>Chrome 或 Edge 111 及以上(麒麟、统信系统同此)</li>" +
      "<li>360 安全浏览器、奇安信可信浏览器：请切换到极速模式，内核 111 及以上</li>" +
      "<li>Firefox 115 及以上,Safari 16.4 及以上</li></ul>" +
      "<p>若版本已满足要求，请在浏览器设置中打开“硬件加速”后重试。</p>" +
      "<p style='color:#4e5c73;font-size:13px;word-break:break-all'>" +
      "当前浏览器：" +
      navigator.userAgent.replace(/[<>&]/g, "") +
      "</p>";
    document.body.innerHTML = "";
    document.body.appendChild(page);
    document.title = "浏览器版本过低";
  }
  window.browserIsTooOld = lacks();
  if (!window.browserIsTooOld) return;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", tell);
  else tell();
})();
