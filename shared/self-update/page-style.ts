/** Of the page for customers: the colours of Kebu, large enough for thumbs. */
export const pageStyle =
  ':root{color-scheme:light dark;--paper:light-dark(#faf9f6,#16171a);--surface:light-dark(#fff,#1e2024);--ink:light-dark(#1f1d1a,#ece9e3);' +
  '--muted:light-dark(#645f57,#a9a49b);--line:light-dark(#e4e0d8,#2f3237);--action:light-dark(#1d4e89,#8ab4f8);--on:light-dark(#fff,#16171a);' +
  '--warn:light-dark(#8a5a00,#e2b45c)}' +
  '*{box-sizing:border-box}[hidden]{display:none!important}' +
  'body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif}' +
  'header,main{max-width:640px;margin:0 auto;padding:16px}main{padding-top:0}header p{margin:0;color:var(--muted)}' +
  'h1{margin:0;font-size:22px}h2{margin:0 0 8px;font-size:16px}h3{margin:20px 0 4px;font-size:14px;color:var(--muted);font-weight:600}' +
  'p{margin:8px 0;overflow-wrap:anywhere}.muted,small{color:var(--muted);font-size:14px}.warn{color:var(--warn)}' +
  'section{margin:16px 0;padding:12px 16px;background:var(--surface);border:1px solid var(--line);border-radius:6px}' +
  '.row,.more{display:block;padding:6px 0}.row>label:first-child,.more,.remark{display:block}.label,.more span,.remark span{display:block;color:var(--muted);font-size:14px}' +
  'input:not([type=checkbox]),select,textarea{width:100%;min-height:44px;padding:8px 12px;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px}' +
  '.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}' +
  '.changed .value,.more input{border-color:var(--action)}.over .value{text-decoration:line-through;color:var(--muted)}' +
  '.gone{display:inline-flex;align-items:center;gap:8px;min-height:32px;color:var(--muted);font-size:14px}' +
  '.gone input{width:18px;height:18px;margin:0}small{display:block;overflow-wrap:anywhere}' +
  'button{min-height:44px;padding:8px 16px;font:inherit;color:var(--action);background:none;border:1px solid var(--line);border-radius:6px}' +
  'button.main{color:var(--on);background:var(--action);border-color:var(--action)}#done{width:100%;font-size:17px}' +
  'a{display:inline-block;padding:10px 8px;color:var(--action)}#reply{font-size:13px;overflow-wrap:anywhere}' +
  ':focus-visible{outline:2px solid var(--action);outline-offset:2px}';
