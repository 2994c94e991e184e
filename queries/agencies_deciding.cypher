// Which bodies decide, and how do they decide?
// Shows each body with its rulings: findings, clearings and those overturned later. Forwarding a case is no decision.
// Cannot show decisions that no article reports.
// id: Lembaga mana memutus, dan bagaimana putusannya?
// id: Memperlihatkan setiap lembaga dengan putusannya: terbukti, tidak terbukti, dan yang kemudian dibatalkan.
// id: Meneruskan perkara bukan putusan. Tidak dapat memperlihatkan putusan yang tidak diberitakan.
MATCH (b:Agency)<-[:BY]-(r:Ruling)
RETURN
  b.name AS agency, b.kind AS kind, b.level AS level, count(r) AS rulings,
  count(CASE WHEN r.standing = 'proven' AND NOT r.superseded THEN 1 END) AS found_against,
  count(CASE WHEN r.standing = 'cleared' AND NOT r.superseded THEN 1 END) AS cleared,
  count(CASE WHEN r.superseded THEN 1 END) AS overturned, b.id AS agency_id
ORDER BY rulings DESC, agency, agency_id
