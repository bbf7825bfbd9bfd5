using System.Collections.Frozen;
using System.Globalization;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Web;

/// <summary>The words of the pages in one language.</summary>
internal sealed class UiTable(string language, FrozenDictionary<string, string> words)
{
    public string Language => language;

    public IEnumerable<string> Keys => words.Keys;

    /// <summary>The words under a key; the key itself when it is unknown, so that a gap shows.</summary>
    public string this[string key] => words.TryGetValue(key, out var text) ? text : key;

    /// <summary>The words under a key with places {0}, {1}… filled.</summary>
    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    public string Say(LocalText text) => text.For(language);

    public string Say(PitchLabel label) => label.Name().For(language);

    public string Say(Verdict verdict) => this["verdict." + verdict];

    public string Say(CaseState state) => this["state." + state];

    public string Say(Decision decision) => this["decision." + decision];

    /// <summary>How long ago, coarse: minutes, hours or days.</summary>
    public string Ago(DateTimeOffset then, DateTimeOffset now)
    {
        var age = now - then;
        return age.TotalMinutes < 1 ? this["ago.now"]
            : age.TotalHours < 1 ? Format("ago.minutes", (int)age.TotalMinutes)
            : age.TotalDays < 1 ? Format("ago.hours", (int)age.TotalHours)
            : Format("ago.days", (int)age.TotalDays);
    }
}
