using System.Text;

namespace Fraud.Canonical;

/// <summary>The tables behind <see cref="TextViews"/>, read once from the models folder. Safe for concurrent use.</summary>
public sealed class TextTables
{
    private TextTables(CharTable characters, LookAlikes lookAlikes, WordSet words, IReadOnlyList<HomophoneRule> homophones)
    {
        Characters = characters;
        LookAlikes = lookAlikes;
        foreach (var gap in JoinedWriter.GapChars)
        {
            characters.Mark(gap, CharKinds.Gap);
        }

        Joined = new(characters, words);
        Homophones = new(characters, homophones, words);
    }

    internal CharTable Characters { get; }

    internal LookAlikes LookAlikes { get; }

    internal JoinedWriter Joined { get; }

    internal HomophoneWriter Homophones { get; }

    /// <summary>Reads the tables of a folder such as models/text; throws when the host cannot normalise Unicode, for then every disguise would pass.</summary>
    public static TextTables Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        DemandNormalization();
        var folds = new Dictionary<char, char>();
        var alikes = "";
        foreach (var (source, target) in Pairs(folder, "lookalikes.tsv"))
        {
            folds.Add(source[0], target[0]);
            alikes += source[0];
        }

        var words = new WordSet(Lines(folder, "words.txt").SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        var characters = new CharTable(Symbols(folder), Simplified(folder), string.Concat(Lines(folder, "simplified.txt")), alikes);
        return new(characters, new(folds, words), words, Homophonies(folder));
    }

    private static void DemandNormalization()
    {
        // Hosts without ICU return non-ASCII text unchanged instead of failing
        if ("\uFF34\u2460\uFB01".Normalize(NormalizationForm.FormKC) != "T1fi" || "e\u0301".Normalize(NormalizationForm.FormKC) != "\u00E9")
        {
            throw new InvalidOperationException("Unicode normalisation does not work on this host: install ICU (package libicu) and switch invariant globalization off.");
        }
    }

    private static Dictionary<int, string> Symbols(string folder)
    {
        var symbols = new Dictionary<int, string>();
        foreach (var (source, target) in Pairs(folder, "symbols.tsv"))
        {
            foreach (var rune in source.EnumerateRunes())
            {
                symbols[rune.Value] = target;
            }
        }

        return symbols;
    }

    private static Dictionary<int, string> Simplified(string folder)
    {
        var simplified = new Dictionary<int, string>(4096);
        foreach (var (source, targets) in Pairs(folder, "TSCharacters.txt"))
        {
            var space = targets.IndexOf(' ', StringComparison.Ordinal);
            var target = space < 0 ? targets : targets[..space];
            if (target != source)
            {
                simplified[char.ConvertToUtf32(source, 0)] = target;
            }
        }

        // Both forms are written for an account, and sellers swap them
        simplified['帳'] = simplified['帐'] = "账";
        return simplified;
    }

    private static List<HomophoneRule> Homophonies(string folder)
    {
        var rules = new List<HomophoneRule>();
        foreach (var line in Lines(folder, "homophones.tsv"))
        {
            var cells = line.Split('\t');
            var condition = cells.Length > 2 ? Enum.Parse<HomophoneCondition>(cells[2], ignoreCase: true) : HomophoneCondition.Always;
            rules.AddRange(cells[0].Split(',').Select(s => new HomophoneRule(s, cells[1], condition)));
        }

        return rules;
    }

    private static IEnumerable<(string Source, string Target)> Pairs(string folder, string file)
    {
        foreach (var line in Lines(folder, file))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return (line[..tab], line[(tab + 1)..]);
        }
    }

    private static IEnumerable<string> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(l => l.Length > 0 && l[0] != '#');
}
