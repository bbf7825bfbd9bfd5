using Fraud.Canonical;

namespace Fraud.Pitches;

/// <summary>A text as the classifier reads it, in buffers reused from text to text. One per thread.</summary>
internal sealed class PitchText(Lexicon lexicon)
{
    private const int LongestTitle = 80;
    private const int FewestOfTitled = 120;
    private readonly MatchState _state = new();
    private byte[] _quoted = new byte[512];
    private TextView _view = null!;

    /// <summary>The text cut into units.</summary>
    public Units Units { get; } = new();

    /// <summary>Ideas and terms of signals, in order of place; values below the number of ideas are ideas.</summary>
    public HitList Terms { get; } = new();

    /// <summary>Signals, in order of their end.</summary>
    public HitList Signals { get; } = new();

    /// <summary>Number of units of the title: of the first line of a long text, when it is short and others follow; else 0.</summary>
    public int TitleUnits { get; private set; }

    /// <summary>The words.</summary>
    public Lexicon Lexicon => lexicon;

    /// <summary>The view that was read.</summary>
    public TextView View => _view;

    /// <summary>The characters read.</summary>
    public ReadOnlySpan<char> Text => _view.Text;

    /// <summary>1 for every character that belongs to somebody else.</summary>
    public ReadOnlySpan<byte> Quoted => _quoted.AsSpan(0, _view.Length);

    /// <summary>Whether a question is asked.</summary>
    public bool HasQuestion => Text.IndexOfAny('?', '吗', '嗎') >= 0;

    /// <summary>Reads the homophone view.</summary>
    public void Read(TextViews views)
    {
        _view = views.Homophone;
        var text = _view.Text;
        if (_quoted.Length < text.Length)
        {
            _quoted = new byte[text.Length * 2];
        }

        var quoted = _quoted.AsSpan(0, text.Length);
        SpeechMarker.Mark(text, quoted);
        UnitReader.Read(text, quoted, Units);
        TitleUnits = UnitsOfTitle(text);
        var terms = Terms;
        terms.Clear();
        lexicon.Trie.Find(text, ref terms);
        Signals.Clear();
        lexicon.Matcher.Match(text, terms.Items, Units, _state, Signals);
    }

    private int UnitsOfTitle(ReadOnlySpan<char> text)
    {
        var count = 0;
        if (Units.Count >= FewestOfTitled && text[..LongestTitle].IndexOf('\n') is var end and > 0)
        {
            while (Units.Starts[count] < end)
            {
                count++;
            }
        }

        return count;
    }
}
