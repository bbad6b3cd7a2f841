// SPDX-License-Identifier: GPL-2.0-or-later

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.Dictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Ranks a corpus for every query as Lucene does with nori, its Korean analyser; or tags morphemes.
 *
 * <p>usage: Nori --corpus TSV --queries TSV --run FILE [--query-terms FILE] [--document-terms FILE]
 * [--mode none|discard|mixed] [--pos-stop on|off] [--query builder|distinct] [--k1 K1] [--b B]
 * [--depth N]
 *
 * <p>Both inputs hold an id, a tab and a text a line. A query is any of its words: as Lucene's
 * QueryBuilder makes it (a token that is there twice counts twice; a compound and its parts are
 * alternatives), or each distinct token once. The run is TREC's; equal scores stand in the order of
 * the corpus. The terms are an id, a tab and the tokens of a text a line. Without options
 * KoreanAnalyzer, QueryBuilder and BM25Similarity are as they come.
 *
 * <p>usage: Nori --eojeols FILE --morphemes FILE
 *
 * <p>Of each eojeol, one a line between its two neighbours in the text (tabs part them, they may be
 * empty), its morphemes as form/TAG with spaces between. A compound that the dictionary has is one;
 * what the dictionary has as a form of several morphemes (inflections, 건) is form/TAG+TAG.
 */
public final class Nori {
  private static final String TEXT = "text";

  private record Entry(String id, String text) {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = options(arguments);
    if (options.containsKey("--eojeols")) {
      writeMorphemes(options.get("--eojeols"), options.get("--morphemes"));
      return;
    }
    List<Entry> corpus = read(options.get("--corpus"));
    List<Entry> queries = read(options.get("--queries"));
    BM25Similarity similarity =
        new BM25Similarity(
            Float.parseFloat(options.getOrDefault("--k1", "1.2")),
            Float.parseFloat(options.getOrDefault("--b", "0.75")));
    try (Analyzer analyzer = analyzer(options);
        ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      index(corpus, analyzer, similarity, directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        writeRun(corpus, queries, analyzer, searcher, options);
      }
      writeTerms(queries, analyzer, options.get("--query-terms"));
      writeTerms(corpus, analyzer, options.get("--document-terms"));
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) options.put(arguments[i], arguments[i + 1]);
    List<String> ranking = List.of("--corpus", "--queries", "--run");
    for (String needed : options.containsKey("--eojeols") ? List.of("--morphemes") : ranking)
      if (!options.containsKey(needed)) throw new IllegalArgumentException(needed + " is missing");
    return options;
  }

  private static List<Entry> read(String file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", 2);
        entries.add(new Entry(cells[0], cells[1]));
      }
    }
    return entries;
  }

  private static Analyzer analyzer(Map<String, String> options) {
    String mode = options.getOrDefault("--mode", "discard").toUpperCase(Locale.ROOT);
    boolean stop = options.getOrDefault("--pos-stop", "on").equals("on");
    return new KoreanAnalyzer(
        null,
        DecompoundMode.valueOf(mode),
        stop ? KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS : Set.of(),
        false);
  }

  /** A document's number is its place in the corpus: this way of merging keeps the order. */
  private static void index(
      List<Entry> corpus,
      Analyzer analyzer,
      BM25Similarity similarity,
      ByteBuffersDirectory directory)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setSimilarity(similarity)
            .setMergePolicy(new LogDocMergePolicy())
            .setMergeScheduler(new SerialMergeScheduler());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Entry entry : corpus) {
        Document document = new Document();
        document.add(new TextField(TEXT, entry.text(), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private static List<String> tokens(Analyzer analyzer, String text) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(TEXT, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) tokens.add(term.toString());
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return tokens;
  }

  private static Query anyWord(String text, Analyzer analyzer, boolean distinct) {
    if (!distinct) {
      Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, text);
      return query == null ? new MatchNoDocsQuery() : query;
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String token : new LinkedHashSet<>(tokens(analyzer, text)))
      query.add(new TermQuery(new Term(TEXT, token)), BooleanClause.Occur.SHOULD);
    return query.build();
  }

  private static void writeRun(
      List<Entry> corpus,
      List<Entry> queries,
      Analyzer analyzer,
      IndexSearcher searcher,
      Map<String, String> options)
      throws IOException {
    int depth = Integer.parseInt(options.getOrDefault("--depth", "101"));
    boolean distinct = options.getOrDefault("--query", "builder").equals("distinct");
    try (PrintWriter run = new PrintWriter(options.get("--run"), StandardCharsets.UTF_8)) {
      for (Entry query : queries) {
        Query any = anyWord(query.text(), analyzer, distinct);
        int rank = 0;
        // Lucene puts equal scores in the order of the documents' numbers.
        for (ScoreDoc hit : searcher.search(any, depth).scoreDocs) {
          String document = corpus.get(hit.doc).id();
          run.print(query.id() + " Q0 " + document + " " + ++rank + " " + hit.score + " nori\n");
        }
      }
    }
  }

  private static void writeTerms(List<Entry> entries, Analyzer analyzer, String file)
      throws IOException {
    if (file == null) return;
    try (PrintWriter terms = new PrintWriter(file, StandardCharsets.UTF_8)) {
      for (Entry entry : entries) {
        List<String> tokens = tokens(analyzer, entry.text());
        tokens.replaceAll(token -> token.replaceAll("\\s", "_"));
        terms.print(entry.id() + "\t" + String.join(" ", tokens) + "\n");
      }
    }
  }

  /** One tokenizer for all: its dictionary is what takes time. */
  private static void writeMorphemes(String eojeols, String file) throws IOException {
    try (KoreanTokenizer tokenizer =
            new KoreanTokenizer(
                TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.NONE, false);
        BufferedReader lines = Files.newBufferedReader(Path.of(eojeols), StandardCharsets.UTF_8);
        PrintWriter out = new PrintWriter(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine())
        out.print(String.join(" ", morphemes(tokenizer, line)) + "\n");
    }
  }

  private static List<String> morphemes(KoreanTokenizer tokenizer, String line)
      throws IOException {
    CharTermAttribute form = tokenizer.addAttribute(CharTermAttribute.class);
    OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    PartOfSpeechAttribute part = tokenizer.addAttribute(PartOfSpeechAttribute.class);
    List<String> morphemes = new ArrayList<>();
    tokenizer.setReader(new StringReader(line));
    tokenizer.reset();
    while (tokenizer.incrementToken())
      if (line.indexOf('\t') < offset.startOffset() && offset.endOffset() <= line.lastIndexOf('\t'))
        morphemes.add(form + "/" + tags(part));
    tokenizer.end();
    tokenizer.close();
    return morphemes;
  }

  private static String tags(PartOfSpeechAttribute part) {
    POS.Type type = part.getPOSType();
    if (type == POS.Type.MORPHEME || type == POS.Type.COMPOUND) return part.getLeftPOS().name();
    List<String> tags = new ArrayList<>();
    for (Dictionary.Morpheme morpheme : part.getMorphemes()) tags.add(morpheme.posTag.name());
    return String.join("+", tags);
  }

  private Nori() {}
}
