namespace Fraud.Canonical;

/// <summary>The readings of one text. Owned by its builder: read it before the builder's next build, keep only spans and strings.</summary>
public sealed class TextViews
{
    private readonly TextView _joined = new();
    private readonly TextView _homophone = new();

    internal TextViews()
    {
        Joined = Canonical;
        Homophone = Canonical;
    }

    /// <summary>The text as given.</summary>
    public string Original { get; internal set; } = "";

    /// <summary>Compatibility forms folded, invisibles dropped, simplified, lower case, look-alikes folded.</summary>
    public TextView Canonical { get; } = new();

    /// <summary>The canonical view with gaps inside words closed; the same object as <see cref="Canonical"/> when there were none.</summary>
    public TextView Joined { get; internal set; }

    /// <summary>The joined view with sound-alikes, split characters and code names replaced; the same object as <see cref="Joined"/> when there were none.</summary>
    public TextView Homophone { get; internal set; }

    /// <summary>How the text was written.</summary>
    public TextTraits Traits { get; internal set; }

    internal TextView JoinedBuffer => _joined;

    internal TextView HomophoneBuffer => _homophone;
}
