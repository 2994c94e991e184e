// Which provisions do articles cite, and in how many cases?
// Shows each provision as it is understood, with articles and rulings that cite it. Misprints in articles are kept beside
// the act they are taken for.
// id: Ketentuan mana yang dikutip berita, dan dalam berapa perkara?
// id: Memperlihatkan setiap ketentuan sebagaimana dipahami, dengan berita dan putusan yang mengutipnya. Salah cetak
// id: dalam berita disimpan di samping undang-undang yang dimaksud. Tidak dapat memperlihatkan ketentuan yang tidak
// id: dikutip.
MATCH (w:Law)
RETURN
  w.act AS act, w.article AS article, w.canonical AS canonical,
  COUNT { MATCH (w)<-[:CITES]-(:Claim)-[:IN]->(a:Article) RETURN DISTINCT a } AS articles,
  COUNT { (w)<-[:CITES]-(:Ruling) } AS rulings, w.id AS law_id
ORDER BY articles DESC, law_id
