// Which offices did a person hold, where, and between which days is that written?
// Shows office, body, prefix (Pj, Plt) and the first and last day on which an article gives it. Cannot show when
// somebody took or left an office.
// $id: text = required. The person's id.
// id: Jabatan apa yang dipegang seseorang, di mana, dan di antara hari apa itu ditulis?
// id: Memperlihatkan jabatan, lembaga, awalan (Pj, Plt), serta hari pertama dan terakhir berita menyebutnya. Tidak
// id: dapat memperlihatkan kapan jabatan mulai atau berakhir.
// id: $id: Id orang.
MATCH (p:Person {id: $id})-[h:HELD]->(b:Agency)
RETURN
  p.name AS person, h.title AS title, h.class AS class, h.acting AS acting, h.former AS former, b.name AS agency,
  b.id AS agency_id, h.first_seen AS first_seen, h.last_seen AS last_seen
ORDER BY first_seen, title, agency_id
