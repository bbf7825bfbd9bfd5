using Fraud.Training;
using Microsoft.ML.Data;

namespace Fraud.Learn.MLNet;

/// <summary>One text as ML.NET reads it.</summary>
internal sealed class MLNetRow
{
    /// <summary>Class from 0; ML.NET makes its key, which counts from 1, of it.</summary>
    public uint Label { get; set; }

    /// <summary>Sparse features.</summary>
    public VBuffer<float> Features { get; set; }

    public static SchemaDefinition Schema(TrainingProblem problem)
    {
        var schema = SchemaDefinition.Create(typeof(MLNetRow));
        schema[nameof(Label)].ColumnType = new KeyDataViewType(typeof(uint), problem.Classes);
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, problem.FeatureCount);
        return schema;
    }

    public static MLNetRow Of(TrainingProblem problem, int text)
    {
        // A sparse vector wants its indices in order
        var indices = (int[])problem.Features[text].Clone();
        var values = (float[])problem.Values[text].Clone();
        Array.Sort(indices, values);
        return new() { Label = (uint)problem.Targets[text], Features = new(problem.FeatureCount, indices.Length, values, indices) };
    }
}
