using System.Collections.Frozen;
using System.Text.Json;
using Fraud.Findings;

namespace Fraud.Policies;

/// <summary>Turns evidence into a verdict. Plain data: thresholds and allow lists of models/policies. Safe for concurrent use.</summary>
public sealed class Policy
{
    private readonly double[] _alert = new double[PitchLabels.Count];
    private readonly KeyConfidence _keyConfidence;
    private readonly double _alertScore;
    private readonly double _reviewRisk;
    private readonly double _unsureScore;
    private readonly double _unsureRisk;
    private readonly FrozenSet<string> _officialHosts;

    private Policy(JsonElement json)
    {
        Name = $"{json.GetProperty("name").GetString()}@{json.GetProperty("version").GetInt32()}";
        foreach (var threshold in json.GetProperty("alert").EnumerateObject())
        {
            _alert[(int)(PitchLabels.TryParse(threshold.Name, out var label) && label.Alerts() ? label : throw new KeyNotFoundException())] = threshold.Value.GetDouble();
        }

        _keyConfidence = Enum.Parse<KeyConfidence>(json.GetProperty("key_confidence").GetString()!, ignoreCase: true);
        _alertScore = json.GetProperty("alert_score").GetDouble();
        _reviewRisk = json.GetProperty("review_risk").GetDouble();
        _unsureScore = json.GetProperty("unsure_score").GetDouble();
        _unsureRisk = json.GetProperty("unsure_risk").GetDouble();
        _officialHosts = json.GetProperty("official_hosts").EnumerateArray().Select(h => h.GetString()!).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Name and version, such as "default@1".</summary>
    public string Name { get; }

    /// <summary>Reads a policy file; throws <see cref="InvalidDataException"/> when a value is missing or makes no sense.</summary>
    public static Policy Load(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return new(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The policy {Path.GetFileName(path)} is not as agreed: a value is missing or of the wrong kind.", e);
        }
    }

    /// <summary>The verdict on a text. A key found, or a label that may alert and a text that is hardly honest, makes an alert; grey resale and doubt go to review.</summary>
    public Verdict Decide(PitchLabel label, ReadOnlySpan<float> labels, IReadOnlyList<KeyFinding> keys, string host)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(host);
        if (HasKey(keys))
        {
            return Verdict.Alert;
        }

        // A provider's own page may say what a stranger may not
        if (IsOfficial(host))
        {
            return keys.Count > 0 ? Verdict.Review : Verdict.Clear;
        }

        // In doubt between two kinds of fraud it is still no honest offer; but whoever is warned is told which kind, so that one must outweigh all others
        var risk = Risk(labels);
        if (label.Alerts() && risk >= _alert[(int)label] && labels[(int)label] >= _alertScore)
        {
            return Verdict.Alert;
        }

        return label.Alerts() || label == PitchLabel.GreyResale || keys.Count > 0 || risk >= _reviewRisk || (labels[(int)label] < _unsureScore && risk >= _unsureRisk) ? Verdict.Review : Verdict.Clear;
    }

    /// <summary>Whether a host is a provider's own, by whole labels: "platform.openai.com" is, "openai.com.example.org" is not.</summary>
    public bool IsOfficial(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        for (var at = 0; at >= 0 && at < host.Length; at = NextLabel(host, at))
        {
            if (_officialHosts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(host.AsSpan(at)))
            {
                return true;
            }
        }

        return false;
    }

    private static int NextLabel(string host, int at)
    {
        var dot = host.IndexOf('.', at);
        return dot < 0 ? -1 : dot + 1;
    }

    private bool HasKey(IReadOnlyList<KeyFinding> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Confidence >= _keyConfidence)
            {
                return true;
            }
        }

        return false;
    }

    private static double Risk(ReadOnlySpan<float> labels)
    {
        var risk = 0.0;
        for (var i = 0; i <= (int)PitchLabel.CoinPromo; i++)
        {
            // Talk of a leak that shows no key leaves nothing to protect, so it is nobody's work
            risk += (PitchLabel)i == PitchLabel.KeyExposure ? 0 : labels[i];
        }

        return risk;
    }
}
