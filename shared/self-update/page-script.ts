import { longestRemark, none, over, replyEnd, replyStart, right, sealBytes } from './reply.ts';

/**
 * What writes a reply, for any browser of the last eight years and without its cryptography, which pages from a file do not
 * everywhere have. `writeReply(code, secret, answers, added, remark, day)` is the text that `readReply` takes.
 */
export const replyScript = `
function sha256(bytes){
  var k=[],h=[],w=[],i,j,p,d,n=bytes.length,padded=new Uint8Array((((n+8)>>6)+1)<<6);
  for(p=2;k.length<64;p++){
    for(d=2;d*d<=p&&p%d!==0;d++);
    if(d*d<=p)continue;
    if(h.length<8)h.push((Math.pow(p,1/2)*4294967296)|0);
    k.push((Math.pow(p,1/3)*4294967296)|0);
  }
  padded.set(bytes);
  padded[n]=128;
  for(i=0;i<5;i++)padded[padded.length-1-i]=i<4?(n<<3)>>>(8*i):n>>>29;
  function turn(x,by){return(x>>>by)|(x<<(32-by));}
  for(j=0;j<padded.length;j+=64){
    for(i=0;i<64;i++){
      if(i<16)w[i]=(padded[j+4*i]<<24)|(padded[j+4*i+1]<<16)|(padded[j+4*i+2]<<8)|padded[j+4*i+3];
      else{
        var a=w[i-15],b=w[i-2];
        w[i]=(w[i-16]+w[i-7]+(turn(a,7)^turn(a,18)^(a>>>3))+(turn(b,17)^turn(b,19)^(b>>>10)))|0;
      }
    }
    var s=h.slice();
    for(i=0;i<64;i++){
      var t=(s[7]+(turn(s[4],6)^turn(s[4],11)^turn(s[4],25))+((s[4]&s[5])^(~s[4]&s[6]))+k[i]+w[i])|0;
      var u=((turn(s[0],2)^turn(s[0],13)^turn(s[0],22))+((s[0]&s[1])^(s[0]&s[2])^(s[1]&s[2])))|0;
      s=[(t+u)|0,s[0],s[1],s[2],(s[3]+t)|0,s[4],s[5],s[6]];
    }
    for(i=0;i<8;i++)h[i]=(h[i]+s[i])|0;
  }
  var out=new Uint8Array(32);
  for(i=0;i<32;i++)out[i]=h[i>>2]>>>(24-8*(i&3));
  return out;
}
function joined(a,b){var c=new Uint8Array(a.length+b.length);c.set(a);c.set(b,a.length);return c;}
function hmac(key,bytes){
  var inner=new Uint8Array(64),outer=new Uint8Array(64),i;
  for(i=0;i<64;i++){inner[i]=(key[i]||0)^54;outer[i]=(key[i]||0)^92;}
  return sha256(joined(outer,sha256(joined(inner,bytes))));
}
function base64(bytes){
  var text='',i;
  for(i=0;i<bytes.length;i++)text+=String.fromCharCode(bytes[i]);
  return btoa(text).replace(/=+$/,'');
}
function unbase64(text){
  var raw=atob(text),bytes=new Uint8Array(raw.length),i;
  for(i=0;i<raw.length;i++)bytes[i]=raw.charCodeAt(i);
  return bytes;
}
function writeReply(code,secret,answers,added,remark,day){
  var said=new TextEncoder().encode(JSON.stringify([answers,added,remark,day]));
  return '${replyStart}'+code+'.'+base64(said)+'.'+base64(hmac(unbase64(secret),said).slice(0,${sealBytes}))+'${replyEnd}';
}
`;

/** What the page does; `say` holds its words, `form` the code, the secret and how its file is called. */
export const pageScript = `
(function(){
var form=JSON.parse(document.getElementById('form').textContent),say=form.say;
document.getElementById('still').hidden=true;
function all(selector,within){return Array.prototype.slice.call((within||document).querySelectorAll(selector));}
function wasOf(field){return field.getAttribute('data-was')||'';}
function plain(text){return text.replace(/\\s+/g,' ').trim();}
function isOver(row){var box=row.querySelector('input[type=checkbox]');return!!box&&box.checked;}
function stateOf(row){
  var field=row.querySelector('.value'),was=plain(wasOf(field)),now=field.value.trim();
  if(isOver(row)||(row.hasAttribute('data-list')&&was!==''&&now===''))return ${over};
  if(plain(now)===was)return was===''?${none}:${right};
  return now;
}
function mark(row){
  var field=row.querySelector('.value'),state=stateOf(row);
  row.className=state===${over}?'row over':typeof state==='string'?'row changed':'row';
  field.disabled=isOver(row);
  var hint=row.querySelector('.was');
  if(hint)hint.hidden=typeof state!=='string'||wasOf(field)==='';
}
all('.row').forEach(function(row){
  row.addEventListener('input',function(){mark(row);});
  row.addEventListener('change',function(){mark(row);});
  mark(row);
});
all('button[data-add]').forEach(function(button){
  button.addEventListener('click',function(){
    var row=document.createElement('label');
    row.className='more';
    row.appendChild(document.createElement('span')).textContent=button.getAttribute('data-label');
    var input=row.appendChild(document.createElement('input'));
    input.maxLength=300;
    input.setAttribute('data-key',button.getAttribute('data-add'));
    button.parentNode.insertBefore(row,button);
    input.focus();
  });
});
function today(){
  var now=new Date(),two=function(n){return(n<10?'0':'')+n;};
  return now.getFullYear()+'-'+two(now.getMonth()+1)+'-'+two(now.getDate());
}
function textOf(field){
  return field.tagName==='SELECT'&&field.selectedIndex>=0?field.options[field.selectedIndex].textContent:field.value.trim();
}
function lines(){
  var told=[],same=0;
  all('.row').forEach(function(row){
    var state=stateOf(row),label=row.getAttribute('data-told')||row.querySelector('.label').textContent,field=row.querySelector('.value');
    if(state===${over})told.push(label+say.colon+wasOf(field)+' '+say.over);
    else if(typeof state==='string')told.push(label+say.colon+(textOf(field)||say.empty));
    else if(state===${right})same+=1;
  });
  all('.more').forEach(function(row){
    var value=row.querySelector('input').value.trim();
    if(value)told.push(row.querySelector('span').textContent+say.colon+value);
  });
  if(same>0)told.push(told.length===0?say.allRight:say.restRight);
  return told;
}
var result=document.getElementById('result'),text=document.getElementById('reply'),status=document.getElementById('status');
document.getElementById('done').addEventListener('click',function(){
  var answers=all('.row').map(stateOf),remark=document.getElementById('remark').value.trim().slice(0,${longestRemark});
  var added=all('.more input').map(function(input){return[input.getAttribute('data-key'),input.value.trim()];})
    .filter(function(each){return each[1]!=='';}).slice(0,60);
  var told=[say.title].concat(lines(),remark===''?[]:[remark],[say.leave,writeReply(form.code,form.secret,answers,added,remark,today())]);
  text.value=told.join('\\n');
  status.textContent='';
  result.hidden=false;
  var link=document.getElementById('save');
  if(link.href)URL.revokeObjectURL(link.href);
  link.href=URL.createObjectURL(new Blob([text.value],{type:'text/plain;charset=utf-8'}));
  link.download=form.fileName;
  result.scrollIntoView();
});
document.getElementById('copy').addEventListener('click',function(){
  var tell=function(isDone){status.textContent=isDone?say.copied:say.copyYourself;};
  var byHand=function(){
    text.focus();text.select();text.setSelectionRange(0,text.value.length);
    var isDone=false;
    try{isDone=document.execCommand('copy');}catch(error){isDone=false;}
    tell(isDone);
  };
  if(navigator.clipboard&&navigator.clipboard.writeText)navigator.clipboard.writeText(text.value).then(function(){tell(true);},byHand);
  else byHand();
});
})();
`;
