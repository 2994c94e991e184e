// Which people stand accused together again and again?
// Shows communities (Louvain) of people whom at least two cases tie together, with each member's standing in each case.
// Cleared people are left out. To be named in one case says nothing of acting together, and a repeat may be one office's
// successors or one reporter's beat. Cannot show people whom articles do not name.
// $least: int = 2. At least so many people.
// id: Orang mana yang berulang kali disangka bersama-sama?
// id: Memperlihatkan kelompok (Louvain) orang yang terhubung oleh sedikitnya dua perkara, dengan status setiap
// id: anggota dalam setiap perkara. Yang tidak terbukti tidak dimuat. Disebut dalam satu perkara tidak berarti
// id: bertindak bersama, dan pengulangan bisa berarti pengganti di jabatan yang sama atau liputan satu wartawan.
// id: Tidak dapat memperlihatkan orang yang tidak disebut namanya.
// id: $least: Sedikitnya sekian orang.
MATCH (x:Pattern {kind: 'circle'})-[:OF]->(p:Person)
WHERE x.members >= $least
MATCH (x)-[:SHOWN_BY]->(i:Incident)<-[r:ACCUSED_IN]-(p)
WHERE r.standing <> 'cleared'
OPTIONAL MATCH (i)-[:IN]->(:Region)-[:PART_OF*0..3]->(region:Region {level: 'regency'})
CALL (p, r, i) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  x.rank AS rank, x.id AS circle, x.members AS members, x.cases AS cases, x.density AS density, p.name AS person,
  about.office AS office, r.standing AS standing, i.date AS date, i.precision AS precision, region.name AS region,
  p.id AS person_id, i.id AS case_id, x.run AS run,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY rank, circle, date, case_id, person, person_id
