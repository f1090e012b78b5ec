// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

namespace norma::report_detail {

/// The page's whole style: no font, image or script is fetched.
inline constexpr std::string_view html_style = R"css(
:root{--ink:#1d2433;--soft:#515b6b;--faint:#6b7482;--line:#d9dde4;--hair:#e9ecf0;
--paper:#fff;--desk:#eef0f3;--pass:#1c6b40;--fail:#a81d22;--open:#8a5600;--none:#5a6373;
--tint:#f6f7f9;--accent:#1f3a5f;
--serif:"Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC","Songti SC",STSong,SimSun,
Georgia,"Times New Roman",serif;
--sans:"Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC","PingFang SC","Microsoft YaHei",
"微软雅黑","Helvetica Neue",Arial,sans-serif;
--mono:"JetBrains Mono",Consolas,Menlo,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace}
:root:lang(en){--serif:Georgia,"Noto Serif","Times New Roman","Liberation Serif","DejaVu Serif",
"Noto Serif CJK SC",serif;
--sans:"Helvetica Neue",Arial,"Noto Sans","Liberation Sans","DejaVu Sans","Noto Sans CJK SC",
"Microsoft YaHei",sans-serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--desk);color:var(--ink);font:15px/1.65 var(--sans);
font-variant-numeric:tabular-nums;overflow-wrap:anywhere;text-spacing-trim:trim-start}
.sheet{max-width:1060px;margin:32px auto;background:var(--paper);padding:52px 60px 44px;
border:1px solid var(--line);border-top:5px solid var(--accent)}
.skip{position:absolute;left:-9999px}
.skip:focus{left:8px;top:8px;background:#fff;padding:8px 12px;z-index:1}
a{color:var(--accent);text-decoration-color:#9fb0c6;text-underline-offset:3px}
a:hover{text-decoration-color:currentColor}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1,h2,h3,.stamp b{font-family:var(--serif);font-weight:700;line-height:1.3;text-wrap:balance}
.head{display:grid;grid-template-columns:1fr auto;gap:8px 40px;align-items:start}
.kind{margin:0 0 10px;color:var(--soft);letter-spacing:.18em;font-size:14px}
:lang(en) .kind{letter-spacing:.08em;text-transform:uppercase;font-size:13px}
h1{font-size:34px;margin:0 0 6px}
.standard{margin:0;font-size:17px}
.standard span{color:var(--soft);font-size:14px;margin-left:.6em;white-space:nowrap}
.stamp{min-width:168px;text-align:center;padding:14px 22px 12px;border:2px solid;
outline:1px solid;outline-offset:3px;margin:4px}
.stamp b{display:block;font-size:32px;letter-spacing:.12em;margin-right:-.12em}
:lang(en) .stamp b{font-size:25px;letter-spacing:.02em;margin:0;text-transform:capitalize}
.stamp small{font-size:12px;letter-spacing:.14em;text-transform:uppercase}
.pass{color:var(--pass)}.fail{color:var(--fail)}.open{color:var(--open)}.na{color:var(--none)}
.data{display:grid;grid-template-columns:repeat(4,auto);gap:0 36px;margin:26px 0 0;
padding:14px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.data dt{color:var(--faint);font-size:12.5px}
.data dd{margin:0;font-weight:600}
.data bdi{white-space:nowrap}
.score{display:flex;flex-wrap:wrap;gap:10px 44px;align-items:baseline;margin:22px 0 0}
.score>div{max-width:30em}
.score dt{color:var(--faint);font-size:12.5px}
.score dd{margin:0;font-weight:600}
.score a{text-decoration:none}
.score .sum dd{font-size:17px;color:var(--soft)}
.score .sum b{font:700 40px/1.1 var(--serif);color:var(--ink)}
.supposed{margin:20px 0 0;padding:8px 14px;border-left:4px solid var(--open);
background:var(--tint);color:var(--open)}
.why{margin:20px 0 0;font-weight:600;color:var(--none)}
.share{margin:22px 0 0}
.bar{display:flex;height:8px;gap:2px;margin:0 0 6px}
.bar i{display:block;min-width:5px}
.bar .pass{background:var(--pass)}.bar .fail{background:var(--fail)}
.bar .open{background:repeating-linear-gradient(135deg,var(--open) 0 4px,#d9a441 4px 8px)}
.bar .na{background:#c5cad3}
.legend{display:flex;flex-wrap:wrap;gap:2px 22px;margin:0;padding:0;list-style:none;
font-size:13.5px;color:var(--soft)}
.legend b{font-weight:600}
.legend .total{margin-left:auto;color:var(--ink)}
section{margin-top:40px}
h2{font-size:21px;margin:0 0 14px;padding-bottom:8px;border-bottom:2px solid var(--ink)}
.summary{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:0 44px;
margin-top:34px}
.summary section{margin-top:0;padding-bottom:26px}
.summary h2{font-size:17.5px;border-bottom:2px solid currentColor}
.summary h2.plain{color:var(--accent)}
.found{list-style:none;margin:0;padding:0}
.found>li{padding:0 0 12px;margin-bottom:12px;border-bottom:1px solid var(--hair)}
.found>li:last-child{border:0;margin-bottom:0}
.found .in{margin-left:1.4em}
.found p{margin:2px 0 0}
.found .name{font-weight:600}.found .name .soft{font-weight:400}
.found .by{font-weight:700}
.soft{color:var(--soft);font-size:13.5px}
.ways{margin:0;padding-left:1.4em}
.ways li{margin-bottom:5px}
.way{font-weight:600;margin:12px 0 4px}
.then{margin:8px 0 0;color:var(--soft)}
.contents{columns:3 240px;column-gap:32px;margin:0 0 26px;padding:0;list-style:none;
font-size:14.5px}
.contents li{break-inside:avoid;padding:3px 0}
.contents a{text-decoration:none;color:var(--ink)}
.contents a:hover{text-decoration:underline}
.m{display:inline-block;width:1.25em;font-weight:700;font-family:var(--sans)}
.item{margin:0 0 30px}
h3{font-size:17px;margin:0;padding:9px 12px;background:var(--tint);
border-left:4px solid var(--accent);display:flex;gap:10px;align-items:baseline;
break-after:avoid}
h3 .soft{font:400 12.5px var(--sans);color:var(--faint);white-space:nowrap}
h3 .c{color:var(--accent);white-space:nowrap}
h3 .v{margin-left:auto;white-space:nowrap;font:600 14px var(--sans)}
.item>p{margin:8px 12px}
table{width:100%;border-collapse:collapse;font-size:14px;line-height:1.6;table-layout:fixed}
col.a{width:27%}col.c{width:22%}
.points col.a{width:32%}.points col.p{width:12%}
.num{text-align:right;white-space:nowrap}
.points th:nth-child(2),.points th:nth-child(3){text-align:right}
.points tr.group>*{border-top:1px solid var(--line)}
th,td{text-align:left;vertical-align:top;padding:9px 12px;border-bottom:1px solid var(--hair)}
thead th{font-weight:500;font-size:12.5px;color:var(--faint);padding-top:6px;padding-bottom:5px;
border-bottom-color:var(--line)}
tbody th{font-weight:600}
tr.group>*{background:#fafbfc}
tr:target>*,.item:target h3{background:#fff6d6}
td p,th p{margin:0}
th .soft,td .soft{font-weight:400}th p.soft{font-size:12.5px;color:var(--faint)}
.tag{font-weight:400;font-size:12px;color:var(--soft);border:1px solid var(--line);
padding:0 6px;border-radius:2px;white-space:nowrap}
.facts+p{margin-top:6px}
.facts{list-style:none;margin:4px 0 0;padding:0;font-size:13px;color:var(--soft)}
.facts:first-child{margin-top:0}
.facts li{padding-left:.9em;text-indent:-.9em}
.facts li:before{content:"· "}
.facts.bare{font-size:14px;color:var(--ink)}
.facts.bare li{padding:0;text-indent:0}.facts.bare li:before{content:none}
.facts.bare .e{display:block}
.facts b{font-weight:600;color:var(--ink)}
.n{white-space:nowrap}
.e{color:var(--faint);font-size:12.5px}
code{font:12px/1.5 var(--mono);color:var(--soft);background:var(--tint);padding:1px 5px;
border-radius:2px}
td code{display:inline-block;margin-top:4px}
.word{font-weight:700}
.by{font-weight:600}
.members{font-size:13px;line-height:1.45;table-layout:auto}
.members.wide{font-size:12px}
@media screen{.members.wide{display:block;overflow-x:auto}}
.members th,.members td{padding:4px 7px}
.members thead th{font-size:11.5px;line-height:1.35;vertical-align:bottom}
.members thead th{overflow-wrap:normal}
.members thead th+th+th{min-width:3.6em}
.members td,.members tbody th{word-break:keep-all;overflow-wrap:normal}
.members .hit>*{background:#fff8f0}
.members .hit:not(.for)>*{border-bottom:0;padding-bottom:0}
.members .for td{padding-top:0;word-break:normal}
.members .m{width:1.1em}
.members .unknown{color:#a3aab5}
.d1{padding-left:30px}.d2{padding-left:48px}.d3{padding-left:66px}.d4{padding-left:84px}
.plain-list{margin:0;padding-left:1.3em}
.plain-list li{margin-bottom:4px}
.terms{display:grid;grid-template-columns:auto 1fr;gap:4px 20px;margin:0}
.terms dt{font-weight:600;color:var(--soft);white-space:nowrap}
.terms dd{margin:0}
.replay dd{font:12.5px/1.7 var(--mono);word-break:break-all}
.foot{margin-top:10px;color:var(--faint);font-size:13px}
@media screen and (max-width:760px){
body{font-size:15.5px}
.sheet{margin:0;border-left:0;border-right:0;border-bottom:0;padding:26px 18px 32px}
.head{grid-template-columns:1fr}
h1{font-size:27px}.stamp{justify-self:start;margin:10px 4px 4px}
.standard span{display:block;margin:2px 0 0;white-space:normal}
.data{grid-template-columns:1fr 1fr;gap:8px 20px}
.summary{grid-template-columns:1fr;gap:4px}
.legend .total{margin-left:0;width:100%}
table,tbody,tr,td,tbody th{display:block;width:auto}
thead,colgroup{position:absolute;left:-9999px}
tbody tr{border-bottom:1px solid var(--line);padding:8px 0}
td,tbody th{border:0;padding:3px 4px 3px 12px}
h3{flex-wrap:wrap}
.terms{grid-template-columns:1fr;gap:0}.terms dd{margin-bottom:8px}}
@media print{
@page across{size:A4 landscape;margin:13mm 12mm 14mm}
.list.across{page:across}
.members thead th{width:var(--room,auto)}
@page{size:A4;margin:17mm 15mm 18mm;
@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#555}}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{background:#fff;font-size:9.8pt;line-height:1.55}
.sheet{margin:0;padding:0;border:0;max-width:none}
.skip{display:none}.sheet+.sheet{break-before:page}
a{color:inherit;text-decoration:none}
h1{font-size:21pt}h2{font-size:13.5pt;break-after:avoid}h3{font-size:11pt}
.summary{grid-template-columns:repeat(auto-fit,minmax(70mm,1fr));gap:0 22pt;margin-top:16pt}.summary h2{font-size:12pt}
.summary section{margin:0;padding-bottom:14pt}
section{margin-top:18pt}.item{margin-bottom:14pt}.stamp b{font-size:20pt}
.data{margin-top:14pt;padding:8pt 0}.share{margin-top:12pt}
.found>li,tr,.terms>*,.ways li{break-inside:avoid}
.soft{font-size:8.6pt}th p.soft{font-size:8pt}table,.facts.bare{font-size:9.2pt}.facts{font-size:8.6pt}h3 .v{font-size:9.4pt}h3 .soft{font-size:8pt}
.kind,.standard span,.legend,.data dt{font-size:8.8pt}.standard{font-size:11.5pt}.tag{padding:0 4px}
.e,code,.tag{font-size:8pt}
.contents{columns:3;font-size:9.2pt}
thead{display:table-header-group}
tr.group{break-after:avoid}nav{break-inside:avoid}
.members .hit:not(.for){break-after:avoid}
.members{font-size:7.6pt;line-height:1.35}.members.wide{font-size:7pt}
.members th,.members td{padding:1.6pt 3pt}.members thead th{font-size:6.6pt}.members .e{font-size:6.4pt}
.score{margin-top:12pt}.score dt{font-size:8.8pt}.score .sum b{font-size:26pt}.score .sum dd{font-size:11pt}
.sheet>section:last-child{break-inside:avoid}
th,td{padding:5pt 6pt}
.replay dd{font-size:7.6pt}
tr:target>*,.item:target h3{background:inherit}}
)css";

}  // namespace norma::report_detail
