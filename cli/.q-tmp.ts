import { openWorkplace, readSettings } from "@gongkai/server/maintenance";
const r = readSettings({ DATA_DIR: "/tmp/portal-demo", DEMO: "on" }); if (!r.ok) throw r;
const w = await openWorkplace(r.settings); if (!w.ok) throw w;
console.log(JSON.stringify(await w.value.database.db.selectFrom("published_item as p").innerJoin("agency as a","a.agency_id","p.agency_id").select(["a.code","p.item_id","p.status","p.title","p.correction_on","p.attachments"]).where((eb)=>eb.or([eb("p.status","<>","published"),eb("p.correction_on","is not",null),eb("p.validity","=","repealed"),eb("p.title","like","%幼儿园%")])).execute()));
await w.value.database.close();
