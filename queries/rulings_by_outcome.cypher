// How did the cases end, by track and outcome?
// Shows the number of rulings, of people they concern and of cases, each ruling once however many articles report it;
// overturned rulings are counted apart. Cannot show rulings that no article reports.
// $year: int = null. Only rulings dated in this year.
// id: Bagaimana perkara berakhir, menurut jalur dan hasilnya?
// id: Memperlihatkan jumlah putusan, orang, dan perkara, setiap putusan satu kali berapa pun beritanya; putusan yang
// id: dibatalkan dihitung terpisah. Tidak dapat memperlihatkan putusan yang tidak diberitakan.
// id: $year: Hanya putusan bertanggal tahun ini.
MATCH (r:Ruling)
WHERE $year IS NULL OR r.date.year = $year
OPTIONAL MATCH (r)-[:AGAINST]->(p:Person)
OPTIONAL MATCH (r)-[:DECIDES]->(i:Incident)
WITH r.track AS track, r.outcome AS outcome, r.class AS class, r.standing AS standing, r.superseded AS superseded,
  count(DISTINCT r) AS rulings, count(DISTINCT p) AS people, count(DISTINCT i) AS cases
RETURN track, outcome, class, standing, superseded, rulings, people, cases
ORDER BY track, outcome, class, superseded
