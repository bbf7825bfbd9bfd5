using System.Text.Json;
using Fraud.Findings;

namespace Fraud.Policies;

/// <summary>Turns evidence into a verdict. Detectors state, policy decides; its thresholds are data.</summary>
public sealed class PitchPolicy
{
    private readonly double _alert;
    private readonly double _review;
    private readonly double _greyResale;
    private readonly double _keyExposure;
    private readonly KeyConfidence _keyAlert;

    private PitchPolicy(PolicyFile file)
    {
        Version = $"{file.Name}@{file.Version}";
        _alert = file.Alert;
        _review = file.Review;
        _greyResale = file.GreyResale;
        _keyExposure = file.KeyExposure;
        _keyAlert = file.KeyAlert;
    }

    /// <summary>Name and version, such as "default@1".</summary>
    public string Version { get; }

    /// <summary>Reads models/policies/default.json; a threshold outside 0 to 1 is refused.</summary>
    public static PitchPolicy Load(string modelsFolder)
    {
        var path = Path.Combine(modelsFolder, "policies", "default.json");
        using var stream = File.OpenRead(path);
        var file = JsonSerializer.Deserialize<PolicyFile>(stream, PolicyFile.Json) ?? throw new InvalidDataException($"{path} is empty");
        if (new[] { file.Alert, file.Review, file.GreyResale, file.KeyExposure }.Any(t => t is not (> 0 and <= 1)))
        {
            throw new InvalidDataException($"{path}: every threshold lies above 0 and at most at 1");
        }

        return new(file);
    }

    /// <summary>The verdict on label probabilities and found keys.</summary>
    public Verdict Decide(IReadOnlyList<float> labels, IReadOnlyList<KeyFinding> keys)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(keys);
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Confidence >= _keyAlert)
            {
                return Verdict.Alert;
            }
        }

        double alerting = 0, risk = 0;
        for (var i = 0; i < labels.Count; i++)
        {
            var label = (PitchLabel)i;
            alerting += label.Alerts() ? labels[i] : 0;
            risk += label.IsRisk() ? labels[i] : 0;
        }

        // Two alerting labels that share the mass are still an alert: which scam it is matters less than that it is one
        return alerting >= _alert ? Verdict.Alert
            : risk >= _review || labels[(int)PitchLabel.GreyResale] >= _greyResale || labels[(int)PitchLabel.KeyExposure] >= _keyExposure || keys.Count > 0 ? Verdict.Review
            : Verdict.Clear;
    }
}
