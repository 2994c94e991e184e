// Who is this person, by names, offices and standing?
// Shows one row, or none for an unknown id. Standing lists every standing the person has in any case. Cannot show a
// life: only what articles on neutrality say.
// $id: text = required. The person's id.
// id: Siapa orang ini, menurut nama, jabatan, dan statusnya?
// id: Memperlihatkan satu baris, atau tidak ada bila id tidak dikenal. Status memuat setiap status orang itu dalam
// id: perkara mana pun. Tidak dapat memperlihatkan riwayat hidup: hanya apa yang ditulis berita tentang netralitas.
// id: $id: Id orang.
MATCH (p:Person {id: $id})
OPTIONAL MATCH (p)-[r:ACCUSED_IN]->(i:Incident)
WITH p, r, i ORDER BY r.standing, i.id
WITH p, collect(DISTINCT r.standing) AS standing, count(DISTINCT i) AS incidents
OPTIONAL MATCH (p)<-[about:ABOUT]-(:Claim)
WITH p, standing, incidents, about.role AS role ORDER BY role
RETURN
  p.id AS id, p.name AS name, p.names AS names, p.initials AS initials, p.offices AS offices, standing,
  collect(DISTINCT role) AS roles, p.articles AS articles, incidents, p.why AS why
