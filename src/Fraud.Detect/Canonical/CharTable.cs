using System.Globalization;
using System.Text;

namespace Fraud.Canonical;

/// <summary>The folding of every single character, worked out once at load so that a post costs one look-up per unit.</summary>
internal sealed class CharTable
{
    private const string TonedVowels = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";

    // Stands between characters asked about together: it combines with nothing
    private const char Parting = '\u0001';

    private readonly uint[] _units = new uint[char.MaxValue + 1];
    private readonly List<string> _expansions = [];
    private readonly Dictionary<int, (string Text, uint Kinds)> _supplementary = [];
    private readonly Dictionary<int, string> _symbols;
    private readonly Dictionary<int, string> _simplified;

    public CharTable(Dictionary<int, string> symbols, Dictionary<int, string> simplified, string simplifiedOnly, string lookAlikes)
    {
        _symbols = symbols;
        _simplified = simplified;
        foreach (var alike in lookAlikes)
        {
            _units[alike] |= CharKinds.LookAlike;
        }

        foreach (var c in simplifiedOnly)
        {
            _units[c] |= CharKinds.Simplified;
        }

        var changes = Changes();
        for (var c = 0; c <= char.MaxValue; c++)
        {
            _units[c] = changes[c] ? Describe((char)c, _units[c]) : Itself((char)c, _units[c]);
        }

        FillSupplementary();
    }

    /// <summary>Marks a character for the later views; it must fold to itself.</summary>
    public void Mark(char c, uint kind) => _units[c] |= kind;

    /// <summary>The entry of a UTF-16 unit.</summary>
    public uint this[char c] => _units[c];

    /// <summary>All entries, for loops that index them directly.</summary>
    public ReadOnlySpan<uint> Units => _units;

    /// <summary>The several units an entry with <see cref="CharKinds.Expands"/> folds to.</summary>
    public string Expansion(uint entry) => _expansions[(ushort)entry];

    /// <summary>What a character beyond the first plane folds to.</summary>
    public bool TryGetSupplementary(int codePoint, out string text, out uint kinds)
    {
        var found = _supplementary.TryGetValue(codePoint, out var value);
        (text, kinds) = value;
        return found;
    }

    // Most characters fold to themselves; the normaliser says which in one call, for one each would take as long as all other loading
    private bool[] Changes()
    {
        var changes = new bool[char.MaxValue + 1];
        var asked = new StringBuilder(2 * char.MaxValue);
        for (var c = 0; c <= char.MaxValue; c++)
        {
            changes[c] = char.IsSurrogate((char)c) || IsInvisible(c) || char.ToLowerInvariant((char)c) != c;
            if (!changes[c] && !IsOfItself((char)c))
            {
                asked.Append(Parting).Append((char)c);
            }
        }

        var written = asked.Append(Parting).ToString();
        var (from, read) = (1, written.Normalize(NormalizationForm.FormKC));
        for (var at = 1; at < written.Length; at += 2)
        {
            var length = read.AsSpan(from).IndexOf(Parting);
            changes[written[at]] = length != 1 || read[from] != written[at];
            from += length + 1;
        }

        Mark(changes, _symbols);
        Mark(changes, _simplified);
        return changes;
    }

    private static void Mark(bool[] changes, Dictionary<int, string> folds)
    {
        foreach (var (c, _) in folds)
        {
            if (c <= char.MaxValue)
            {
                changes[c] = true;
            }
        }
    }

    private static uint Itself(char c, uint kinds)
    {
        kinds |= KindsOfPlace(c) | KindsOfTarget(c);
        return kinds | c | (NeedsCare(kinds) ? CharKinds.Special : 0);
    }

    private static uint KindsOfPlace(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' ? CharKinds.Han : 0;

    private uint Describe(char c, uint kinds)
    {
        if (char.IsSurrogate(c))
        {
            return CharKinds.Special | CharKinds.Surrogate | c;
        }

        kinds |= KindsOfPlace(c);
        kinds |= _simplified.ContainsKey(c) ? CharKinds.Traditional : 0;
        // Normalize throws on non-characters, so what is invisible never reaches it
        var folded = c < 0x80 ? char.ToLowerInvariant(c).ToString() : IsInvisible(c) ? "" : Fold(c.ToString());
        kinds |= IsStyled(c, folded) ? CharKinds.Substituted : 0;
        if (folded.Length == 1)
        {
            var target = folded[0];
            kinds |= KindsOfTarget(target) | (_units[target] & CharKinds.LookAlike);
            return kinds | target | (NeedsCare(kinds) ? CharKinds.Special : 0);
        }

        if (folded.Length == 0)
        {
            return kinds | CharKinds.Dropped | CharKinds.Special;
        }

        _expansions.Add(folded);
        return kinds | CharKinds.Expands | CharKinds.Special | (uint)(_expansions.Count - 1);
    }

    // Chinese, Korean and private characters, which no normalisation changes
    private static bool IsOfItself(char c) => c is < '\x80' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\uE000' and <= '\uF8FF';

    private static bool NeedsCare(uint kinds) =>
        (kinds & (CharKinds.Combines | CharKinds.Toned | CharKinds.LookAlike | CharKinds.Heart)) != 0;

    private static uint KindsOfTarget(char c)
    {
        var kinds = Combines(c) ? CharKinds.Combines : 0;
        kinds |= TonedVowels.Contains(c) ? CharKinds.Toned : 0;
        return kinds | (c == '♥' ? CharKinds.Heart : 0);
    }

    private bool IsStyled(char c, string folded) =>
        c >= 0x80 && folded.Length > 0 && (char.IsAsciiLetterOrDigit(folded[0]) || _symbols.ContainsKey(c));

    // Marks, and the vowels and finals of Hangul, which are letters and yet compose
    private static bool Combines(char c) =>
        c >= 0x300 && (c is >= '\u1161' and <= '\u1175' or >= '\u11A8' and <= '\u11C2'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsInvisible(int c) =>
        c is (>= 0x200B and <= 0x200F) or (>= 0x2060 and <= 0x206F) or 0xFEFF or 0xAD or 0x34F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x61C or 0x180E
            or (>= 0xFE00 and <= 0xFE0F) or 0x20E3 or (>= 0x202A and <= 0x202E) or (>= 0xE0000 and <= 0xE01EF)
            or (>= 0xFDD0 and <= 0xFDEF) or 0xFFFE or 0xFFFF;

    /// <summary>Folds a short text step by step until nothing changes, so that the table is idempotent.</summary>
    private string Fold(string text)
    {
        for (var round = 0; round < 6; round++)
        {
            var next = FoldOnce(text);
            if (next == text)
            {
                break;
            }

            text = next;
        }

        return text;
    }

    private string FoldOnce(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsInvisible(rune.Value))
            {
                continue;
            }

            var plain = _symbols.TryGetValue(rune.Value, out var symbol) ? symbol : _simplified.TryGetValue(rune.Value, out var simple) ? simple : rune.ToString();
            folded.Append(plain.ToLowerInvariant());
        }

        return folded.ToString();
    }

    private void FillSupplementary()
    {
        // Mathematical letters, enclosed letters, CJK compatibility, segmented digits; tags and selectors
        foreach (var (first, last) in new[] { (0x1D400, 0x1D7FF), (0x1F100, 0x1F26F), (0x2F800, 0x2FA1F), (0x1FBF0, 0x1FBF9), (0xE0000, 0xE01EF) })
        {
            for (var c = first; c <= last; c++)
            {
                AddSupplementary(c);
            }
        }

        AddSupplementary(_symbols);
        AddSupplementary(_simplified);

        // Scripts with two cases
        foreach (var (first, last) in new[] { (0x10400, 0x10427), (0x104B0, 0x104D3), (0x118A0, 0x118BF), (0x16E40, 0x16E5F), (0x1E900, 0x1E921) })
        {
            for (var c = first; c <= last; c++)
            {
                AddSupplementary(c);
            }
        }
    }

    private void AddSupplementary(Dictionary<int, string> folds)
    {
        foreach (var (c, _) in folds)
        {
            if (c > char.MaxValue)
            {
                AddSupplementary(c);
            }
        }
    }

    private void AddSupplementary(int codePoint)
    {
        var text = char.ConvertFromUtf32(codePoint);
        var folded = Fold(text);
        if (folded == text)
        {
            return;
        }

        var styled = folded.Length > 0 && (char.IsAsciiLetterOrDigit(folded[0]) || _symbols.ContainsKey(codePoint));
        _supplementary[codePoint] = (folded, styled ? CharKinds.Substituted : 0);
    }
}
