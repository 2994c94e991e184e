// Which people may be one and the same, for somebody to judge?
// Shows pairs that are likely but not certain, with score and reasons, every standing that each has in any case, and the
// mention (article and name) that a judgement names; `netralitas judge` decides. Cannot show pairs whose names differ too
// much to be compared. A pair is no finding: until somebody decides, the two are two people.
// $id: text = null. Only pairs with this person.
// id: Orang mana yang mungkin satu dan sama, untuk diputuskan seseorang?
// id: Memperlihatkan pasangan yang mungkin tetapi tidak pasti, dengan skor dan alasannya, setiap status masing-
// id: masing dalam perkara apa pun, dan sebutan (berita dan nama) yang dipakai dalam putusan; `netralitas judge`
// id: memutuskan. Tidak dapat memperlihatkan pasangan yang namanya terlalu berbeda untuk dibandingkan. Pasangan
// id: bukan kesimpulan: sebelum ada yang memutuskan, keduanya dua orang.
// id: $id: Hanya pasangan dengan orang ini.
MATCH (p:Person)-[s:POSSIBLY_SAME]-(o:Person)
WHERE CASE WHEN $id IS NULL THEN p.id < o.id ELSE p.id = $id END
OPTIONAL MATCH (p)-[r:ACCUSED_IN]->(:Incident)
WITH p, o, s, r.standing AS standing ORDER BY standing
WITH p, o, s, collect(DISTINCT standing) AS standing
OPTIONAL MATCH (o)-[r:ACCUSED_IN]->(:Incident)
WITH p, o, s, standing, r.standing AS other ORDER BY other
WITH p, o, s, standing, collect(DISTINCT other) AS other_standing,
  CASE WHEN p.id < o.id THEN s.on ELSE s.on[2..4] + s.on[0..2] END AS named
RETURN
  p.name AS person, o.name AS other, s.score AS score, s.why AS why, head(p.offices) AS office,
  head(o.offices) AS other_office, standing, other_standing, p.articles AS articles, o.articles AS other_articles,
  named[0] AS article, named[1] AS named, named[2] AS other_article, named[3] AS other_named,
  p.id AS person_id, o.id AS other_id
ORDER BY score DESC, person_id, other_id
